import type { OutcomeStatus } from '@plumbline/rules';

export interface RollupRow {
  readonly region: string;
  readonly service: string;
  readonly ruleKey: string;
  readonly outcome: OutcomeStatus;
  readonly severity: number;
  readonly n: number;
}

/** Counts a scan's outcomes, passes included, and notes what it covered. */
export class Tally {
  readonly #rollups = new Map<string, RollupRow & { n: number }>();
  readonly #covered = new Map<string, { readonly ruleKey: string; readonly region: string }>();
  readonly #types = new Map<string, { readonly type: string; readonly region: string }>();

  /** @param severity rank; 0 where the outcome has none */
  count(outcome: Omit<RollupRow, 'n'>): void {
    const { ruleKey, region } = outcome;
    this.#covered.set(`${ruleKey}\0${region}`, { ruleKey, region });
    this.#add(outcome);
  }

  /** A rule has no answer for what a listing may have left out: one unknown, which covers nothing. */
  countUnlisted(service: string, ruleKey: string, region: string): void {
    this.#add({ region, service, ruleKey, outcome: 'unknown', severity: 0 });
  }

  #add(outcome: Omit<RollupRow, 'n'>): void {
    const key = [outcome.ruleKey, outcome.region, outcome.outcome, outcome.severity].join('\0');
    const rollup = this.#rollups.get(key);
    if (rollup) rollup.n++;
    else this.#rollups.set(key, { ...outcome, n: 1 });
  }

  saw(type: string, region: string): void {
    const key = `${type}\0${region}`;
    if (!this.#types.has(key)) this.#types.set(key, { type, region });
  }

  rollups(): readonly RollupRow[] {
    return [...this.#rollups.values()];
  }

  /** Types and regions of the resources that were seen. */
  types(): readonly { readonly type: string; readonly region: string }[] {
    return [...this.#types.values()];
  }

  /** Rules and the regions in which they were evaluated. */
  rules(): readonly { readonly ruleKey: string; readonly region: string }[] {
    return [...this.#covered.values()];
  }
}
