import { TextMap } from './text-map.ts';

/** Which resources a snapshot has. One for all readings of it: there may be a million ids, and each is kept once. */
export class SnapshotIds {
  /** Type → id → the line in which it came first. */
  readonly #lines = new Map<string, TextMap>();
  /** How many records have been looked at, in whichever reading. */
  #known = 0;
  /** A bit for each of them: its id came before. */
  #again = new Uint8Array(64);

  /**
   * The line in which an id came before; `undefined`: it has come first in this record.
   * @param record its number among all of the snapshot, from 1, the same in every reading: several may be in one line
   */
  lineBefore(type: string, id: string, record: number, line: number): number | undefined {
    if (record <= this.#known) return this.#cameAgain(record) ? this.#of(type).get(id) : undefined;
    this.#known = record;
    const before = this.#of(type).setNew(id, line);
    if (before === 0) return undefined;
    this.#markAgain(record);
    return before;
  }

  #of(type: string): TextMap {
    let lines = this.#lines.get(type);
    if (!lines) this.#lines.set(type, (lines = new TextMap()));
    return lines;
  }

  #cameAgain(record: number): boolean {
    return ((this.#again[record >>> 3] ?? 0) & (1 << (record & 7))) !== 0;
  }

  #markAgain(record: number): void {
    const at = record >>> 3;
    if (at >= this.#again.length) {
      const more = new Uint8Array(Math.max(at + 1, 2 * this.#again.length));
      more.set(this.#again);
      this.#again = more;
    }
    this.#again[at] = (this.#again[at] ?? 0) | (1 << (record & 7));
  }
}
