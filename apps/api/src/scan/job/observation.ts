import type { NotCollectedReason } from '@plumbline/model';
import { SEVERITIES, type Evaluation, type Missing, type Observation } from '@plumbline/rules';
import { storableJson } from '../storable.ts';
import { hashOf, hashOfText } from './hash.ts';

/** What a scan saw for a finding, in the terms of the store. */
export interface Observed {
  readonly status: Observation;
  /** One line for people: the finding's message while it is open, else why it closed. */
  readonly text: string;
  /** Rank, 1 (critical) to 5 (info); 0 where the outcome has none. */
  readonly severity: number;
  readonly severityReason: string | null;
  /** JSON text of evidence items. */
  readonly evidence: string;
  readonly missing: readonly Missing[];
  readonly hash: string;
}

export const ABSENT = closing('absent', 'The resource is gone: it is missing from a complete listing.');
export const RULE_REMOVED = closing('not-applicable', 'The rule no longer exists.');
const PASSED = closing('pass', 'The rule passes.');

export function observe({ rule, outcome }: Evaluation): Observed {
  const ruleSeverity = severityRank(rule.severity);
  if (outcome.status === 'pass') return PASSED;
  if (outcome.status === 'not-applicable') return closing('not-applicable', `No longer applies: ${outcome.because}`);
  if (outcome.status === 'unknown') return unread('unknown', outcome.missing, ruleSeverity);
  const { status, message, severityReason, evidence } = outcome;
  const severity = severityRank(outcome.severity);
  const json = storableJson(evidence);
  // The hash of `{ message, severity, severityReason, evidence }`, without writing its largest part twice.
  const rest = storableJson({ message, severity, severityReason });
  const hash = hashOfText(`{"evidence":${json},${rest.slice(1)}`);
  return { status, text: message, severity, severityReason, evidence: json, missing: [], hash };
}

/** @param severity rank that a finding has whose rule has never had an answer */
export function unread(status: 'unknown' | 'unseen', missing: readonly Missing[], severity: number): Observed {
  const [first] = missing;
  const more = missing.length > 1 ? ` And ${missing.length - 1} more could not be read.` : '';
  const text = `Could not be evaluated: ${first ? whyMissing(first) : 'nothing was read.'}${more}`;
  // Without the cloud's own messages: they may carry an id of the request, and would differ in every scan.
  const facts = missing.map(({ fact, reason, action }) => ({ fact, reason, action }));
  const hash = hashOf({ text, severity, facts });
  return { status, text, severity, severityReason: null, evidence: '[]', missing, hash };
}

export function severityRank(severity: (typeof SEVERITIES)[number]): number {
  return SEVERITIES.indexOf(severity) + 1;
}

function closing(status: Observation, text: string): Observed {
  return { status, text, severity: 0, severityReason: null, evidence: '[]', missing: [], hash: '' };
}

const WHY: Record<NotCollectedReason, string> = {
  ACCESS_DENIED: 'was denied',
  THROTTLED: 'was throttled',
  REGION_DISABLED: 'is off in this region',
  TIMEOUT: 'timed out',
  UNSUPPORTED: 'is not supported here',
  MALFORMED: 'gave what could not be understood',
  NOT_RECORDED: 'was not recorded',
};

function whyMissing({ reason, action, fact, message }: Missing): string {
  return reason === 'RULE_FAULT' ? message : `${action ?? fact} ${WHY[reason]}.`;
}
