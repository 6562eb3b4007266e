/** What came of a rule in some accounts, as it stands now. */
export interface RuleCounts {
  readonly pass: number;
  readonly fail: number;
  /** Evaluations that lacked a fact, and one for each list of resources that could not be read in full. */
  readonly unknown: number;
  readonly notApplicable: number;
  /** Accounts in which no scan has evaluated the rule. */
  readonly unscanned: number;
}

export const NO_COUNTS: RuleCounts = { pass: 0, fail: 0, unknown: 0, notApplicable: 0, unscanned: 0 };

export function addCounts(counts: readonly RuleCounts[]): RuleCounts {
  return counts.reduce(
    (sum, each) => ({
      pass: sum.pass + each.pass,
      fail: sum.fail + each.fail,
      unknown: sum.unknown + each.unknown,
      notApplicable: sum.notApplicable + each.notApplicable,
      unscanned: sum.unscanned + each.unscanned,
    }),
    NO_COUNTS,
  );
}
