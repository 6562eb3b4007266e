import { nextFinding } from '@plumbline/rules';
import type { StageFindingTable } from '../../store/tables.ts';
import { storableJson, storableText } from '../storable.ts';
import type { KnownFinding } from './known-state.ts';
import type { Observed } from './observation.ts';

/** A row of the stage without the scan and the account. */
export type FindingRow = Omit<StageFindingTable, 'scan_id' | 'account_id'>;

/** What a finding is about. `searched`: what the text filter finds it by beside its message and its rule. */
export interface FindingSubject {
  readonly id: string;
  readonly ruleKey: string;
  readonly resourceId: string;
  readonly type: string;
  readonly service: string;
  readonly region: string;
  readonly searched: readonly string[];
  /** The resource is not as the store has it. */
  readonly differs: boolean;
}

/** The row to stage for what was seen; `null` when it would change nothing. */
export function findingRow(before: KnownFinding | null, seen: Observed, subject: FindingSubject): FindingRow | null {
  const { state, change } = nextFinding(before, seen.status);
  if (!state) return null;
  const open = state.result === 'fail' || state.result === 'unknown';
  const hash = open && state !== before ? seen.hash : (before?.hash ?? seen.hash);
  // While it was stale its hash was of what was missing: that it can be read again is no change.
  const isReadAgain = before?.stale === true && !state.stale;
  const kind = change ?? (hash === before?.hash || isReadAgain ? null : 'changed');
  const same =
    before &&
    kind === null &&
    state.result === before.result &&
    state.stale === before.stale &&
    subject.region === before.region &&
    (!open || state.stale || state === before || !subject.differs);
  if (same) return null;
  return {
    id: subject.id,
    rule_key: subject.ruleKey,
    resource_id: subject.resourceId,
    resource_type: subject.type,
    service: subject.service,
    region: subject.region,
    result: state.result,
    stale: state.stale,
    has_failed: state.hasFailed,
    severity: seen.severity,
    severity_reason: seen.severityReason === null ? null : storableText(seen.severityReason),
    message: storableText(seen.text),
    evidence: seen.evidence,
    missing: storableJson(seen.missing),
    hash,
    search: storableText([...subject.searched, seen.text].join('\n').toLowerCase()),
    change: kind,
    known: before !== null,
  };
}
