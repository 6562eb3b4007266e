/** A figure as `docs/benchmarks.json` has it. */
export interface Figure {
  /** What `npm run bench -- NAME` measures again, with all others of that beginning: `memory`, `memory of counting`. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** `≤ 0.5`; `null`: it is told for comparison. */
  readonly goal: string | null;
  readonly met: boolean | null;
  readonly machine: string;
  readonly command: string;
  /** How it is measured; where the goal is missed, what limits it. */
  readonly note: string;
}

export interface Measured {
  readonly value: number;
  /** What this run adds to the note. */
  readonly found?: string | undefined;
}

export interface Benchmark {
  readonly name: string;
  readonly unit: string;
  readonly goal: { readonly is: '≤' | '≥'; readonly value: number } | null;
  readonly note: string;
  /** What limits it: told where the goal is missed. */
  readonly limit?: string;
  readonly measure: () => Promise<Measured>;
}

/** Rounded to what a run can tell: three digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

export function atMost(value: number): Benchmark['goal'] {
  return { is: '≤', value };
}

export function atLeast(value: number): Benchmark['goal'] {
  return { is: '≥', value };
}
