import type { Watch } from '../store/connect.ts';

/** A statement that took long: its text, never its values. */
export interface SlowStatement {
  readonly sql: string;
  readonly durationMs: number;
}

/** What a thread's statements took, some of them at a time. */
export interface StatementReport {
  readonly durationsMs: readonly number[];
  readonly slow: readonly SlowStatement[];
}

/** A report holds at most so many statements, */
const MOST = 200;
/** and comes at least so often. */
const EVERY_MS = 1000;
const LONGEST_SQL = 2000;

/** Gathers what statements take, and tells it in reports. */
export class StatementReporter implements Watch {
  readonly #slowMs: number;
  readonly #tell: (report: StatementReport) => void;
  readonly #timer: NodeJS.Timeout;
  #durationsMs: number[] = [];
  #slow: SlowStatement[] = [];

  constructor(slowMs: number, tell: (report: StatementReport) => void) {
    this.#slowMs = slowMs;
    this.#tell = tell;
    this.#timer = setInterval(() => this.flush(), EVERY_MS).unref();
  }

  opened(): void {}

  executed(sql: string, durationMs: number): void {
    this.#durationsMs.push(durationMs);
    if (durationMs >= this.#slowMs) this.#slow.push({ sql: sql.slice(0, LONGEST_SQL), durationMs });
    if (this.#durationsMs.length >= MOST) this.flush();
  }

  flush(): void {
    if (this.#durationsMs.length === 0) return;
    this.#tell({ durationsMs: this.#durationsMs, slow: this.#slow });
    this.#durationsMs = [];
    this.#slow = [];
  }

  /** Tells the last of it. */
  stop(): void {
    clearInterval(this.#timer);
    this.flush();
  }
}
