import { NO_COUNTS, type Rule, type RuleCounts } from '@plumbline/rules';
import { scanBounds } from '../../scan/scope.ts';
import type { OutcomeRow, StandingScanRow } from './rule-result.repository.ts';

/** What came of a rule in some accounts. */
export interface RuleOutcome extends RuleCounts {
  /** Open findings that say UNKNOWN. Lists that could not be read in full have none. */
  readonly unknownFindings: number;
}

export const NO_OUTCOME: RuleOutcome = { ...NO_COUNTS, unknownFindings: 0 };

/** What is known of one account. */
export interface AccountOutcomes {
  readonly outcomes: readonly OutcomeRow[];
  readonly scans: readonly StandingScanRow[];
}

/** What came of each rule in one account, by the rules' keys. */
export function outcomesOf({ outcomes, scans }: AccountOutcomes, rules: readonly Rule[]): Map<string, RuleOutcome> {
  const byRule = Map.groupBy(outcomes, ({ rule_key }) => rule_key);
  const bounds = scans.map(({ scope, types }) => ({ ...scanBounds(scope, [], rules), types }));
  return new Map(
    rules.map((rule) => {
      const rows = byRule.get(rule.id);
      if (rows) return [rule.id, sumOf(rows)];
      // A scan that saw resources of the rule's type and has no outcome did not have the rule yet.
      const looked = bounds.some(({ rules: ran, types }) => ran.includes(rule) && !types.includes(rule.resource));
      return [rule.id, looked ? NO_OUTCOME : { ...NO_OUTCOME, unscanned: 1 }];
    }),
  );
}

function sumOf(rows: readonly OutcomeRow[]): RuleOutcome {
  const n = (source: OutcomeRow['source'], outcome: OutcomeRow['outcome']) =>
    rows.find((row) => row.source === source && row.outcome === outcome)?.n ?? 0;
  const unknownFindings = n('found', 'unknown');
  return {
    pass: n('counted', 'pass'),
    fail: n('found', 'fail'),
    // Scans also count lists that could not be read, and findings that have gone stale; findings also what such a list left out.
    unknown: Math.max(n('counted', 'unknown'), unknownFindings),
    notApplicable: n('counted', 'not-applicable'),
    unscanned: 0,
    unknownFindings,
  };
}

export function addOutcomes(a: RuleOutcome, b: RuleOutcome): RuleOutcome {
  return {
    pass: a.pass + b.pass,
    fail: a.fail + b.fail,
    unknown: a.unknown + b.unknown,
    notApplicable: a.notApplicable + b.notApplicable,
    unscanned: a.unscanned + b.unscanned,
    unknownFindings: a.unknownFindings + b.unknownFindings,
  };
}
