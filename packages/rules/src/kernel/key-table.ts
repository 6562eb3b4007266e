import { grown, TextTable } from '@plumbline/model';

/** Which targets a key finds, by their numbers, in the order they came in. */
export class KeyTable {
  readonly #keys = new TextTable();
  /** Of each key its first entry and its last, plus one. */
  #ends = new Int32Array(2 * 64);
  /** Of each entry its target, and the entry that follows it, plus one; 0: none does. */
  #entries = new Int32Array(2 * 64);
  #count = 0;

  add(key: string, target: number): void {
    const at = 2 * this.#keys.add(key);
    if (at >= this.#ends.length) this.#ends = grown(this.#ends);
    if (2 * this.#count === this.#entries.length) this.#entries = grown(this.#entries);
    this.#entries[2 * this.#count] = target;
    this.#count++;
    const last = this.#ends[at + 1] ?? 0;
    if (last === 0) this.#ends[at] = this.#count;
    else this.#entries[2 * (last - 1) + 1] = this.#count;
    this.#ends[at + 1] = this.#count;
  }

  has(key: string): boolean {
    return this.#keys.find(key) >= 0;
  }

  find(key: string): readonly number[] {
    const number = this.#count === 0 ? -1 : this.#keys.find(key);
    if (number < 0) return NONE;
    const found: number[] = [];
    for (let entry = this.#ends[2 * number] ?? 0; entry > 0; entry = this.#entries[2 * entry - 1] ?? 0)
      found.push(this.#entries[2 * entry - 2] ?? 0);
    return found;
  }
}

const NONE: readonly number[] = [];
