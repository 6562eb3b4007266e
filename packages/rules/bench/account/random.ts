const SEED = 20_261_120;

/** Chance that is the same in each run: one source for each kind and index of a resource, so that none depends on another. */
export class Random {
  #state: number;

  constructor(kind: string, index: number) {
    let state = SEED ^ index;
    for (let at = 0; at < kind.length; at++) state = Math.imul(state ^ kind.charCodeAt(at), 0x01_00_01_93);
    this.#state = state;
    this.next();
  }

  /** From 0 to 1, which it never is. */
  next(): number {
    this.#state = (this.#state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** From `from` to `to`, both included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.integer(0, list.length - 1)] as T;
  }

  /** Some of a list, each once, in the list's order. */
  some<T>(list: readonly T[], count: number): readonly T[] {
    const wanted = new Set<number>();
    while (wanted.size < Math.min(count, list.length)) wanted.add(this.integer(0, list.length - 1));
    return list.filter((_, index) => wanted.has(index));
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length)
      text += Math.floor(this.next() * 4_294_967_296)
        .toString(16)
        .padStart(8, '0');
    return text.slice(0, length);
  }

  /** An ISO time in the two months before the recording. */
  recentTime(): string {
    return new Date(Date.UTC(2026, 8, 20) + Math.floor(this.next() * 60 * 86_400) * 1000).toISOString();
  }

  /** An ISO time in the years before the recording. */
  time(): string {
    return new Date(Date.UTC(2019, 0, 1) + Math.floor(this.next() * 7.8 * 365 * 86_400) * 1000).toISOString();
  }
}
