import type { OutcomeStatus, Rule } from '@plumbline/rules';

export interface RollupRow {
  readonly region: string;
  readonly service: string;
  readonly ruleKey: string;
  readonly outcome: OutcomeStatus;
  readonly severity: number;
  readonly n: number;
}

type Counted = Pick<Rule, 'id' | 'service'>;

/** A rule's outcomes in a region. */
interface Cell {
  readonly rule: Counted;
  /** It was evaluated there, not only told what it lacks. */
  covered: boolean;
  /** By outcome, and by severity within each. */
  readonly counts: number[];
}

const OUTCOMES = ['pass', 'fail', 'unknown', 'not-applicable'] as const satisfies readonly OutcomeStatus[];
/** Ranks, and 0. */
const SEVERITIES = 6;

/** Counts a scan's outcomes, passes included, and notes what it covered. Millions come: it keeps a number for each kind of them. */
export class Tally {
  /** By region, and there by the rule's key. */
  readonly #cells = new Map<string, Map<string, Cell>>();
  readonly #types = new Map<string, Set<string>>();

  /** @param severity rank; 0 where the outcome has none */
  count(region: string, rule: Counted, outcome: OutcomeStatus, severity: number): void {
    const cell = this.#cell(region, rule);
    cell.covered = true;
    add(cell, outcome, severity);
  }

  /** A rule has no answer for what a listing may have left out: one unknown, which covers nothing. */
  countUnlisted(region: string, rule: Counted): void {
    add(this.#cell(region, rule), 'unknown', 0);
  }

  saw(type: string, region: string): void {
    const types = this.#types.get(region) ?? new Set();
    this.#types.set(region, types.add(type));
  }

  rollups(): readonly RollupRow[] {
    return [...this.#all()].flatMap(([region, { rule, counts }]) =>
      counts.flatMap((n, at) => {
        const outcome = OUTCOMES[Math.floor(at / SEVERITIES)];
        return n > 0 && outcome
          ? [{ region, service: rule.service, ruleKey: rule.id, outcome, severity: at % SEVERITIES, n }]
          : [];
      }),
    );
  }

  /** Types and regions of the resources that were seen. */
  types(): readonly { readonly type: string; readonly region: string }[] {
    return [...this.#types].flatMap(([region, types]) => [...types].map((type) => ({ type, region })));
  }

  /** Rules and the regions in which they were evaluated. */
  rules(): readonly { readonly ruleKey: string; readonly region: string }[] {
    return [...this.#all()].flatMap(([region, { rule, covered }]) => (covered ? [{ ruleKey: rule.id, region }] : []));
  }

  #cell(region: string, rule: Counted): Cell {
    let cells = this.#cells.get(region);
    if (!cells) this.#cells.set(region, (cells = new Map()));
    let cell = cells.get(rule.id);
    if (!cell)
      cells.set(rule.id, (cell = { rule, covered: false, counts: Array(OUTCOMES.length * SEVERITIES).fill(0) }));
    return cell;
  }

  *#all(): Generator<readonly [string, Cell]> {
    for (const [region, cells] of this.#cells) for (const cell of cells.values()) yield [region, cell];
  }
}

function add({ counts }: Cell, outcome: OutcomeStatus, severity: number): void {
  const at = OUTCOMES.indexOf(outcome) * SEVERITIES + severity;
  counts[at] = (counts[at] ?? 0) + 1;
}
