import { TextMap } from '@plumbline/model';
import { Numbers } from './numbers.ts';

/** Which targets a key finds, by their numbers, in the order they came in. */
export class KeyTable {
  /** Of a key with one target that one's number, plus one; of one with several their last entry, below zero. */
  readonly #keys = new TextMap();
  /** Of each entry, from 1 on, its target and the entry that follows it; the last is followed by the first. */
  readonly #entries = new Numbers();
  #count = 0;

  add(key: string, target: number): void {
    const before = this.#keys.setNew(key, target + 1);
    if (before === 0) return;
    const last = before < 0 ? -before : this.#entryOf(before - 1);
    const entry = this.#entryOf(target);
    this.#follow(entry, this.#after(last));
    this.#follow(last, entry);
    this.#keys.set(key, -entry);
  }

  /** Only where the key finds nothing yet. */
  addFirst(key: string, target: number): void {
    this.#keys.setNew(key, target + 1);
  }

  find(key: string): readonly number[] {
    const value = this.#keys.get(key);
    if (value === 0) return NONE;
    if (value > 0) return [value - 1];
    const found: number[] = [];
    let entry = -value;
    do {
      entry = this.#after(entry);
      found.push(this.#entries.get(2 * entry));
    } while (entry !== -value);
    return found;
  }

  /** A new entry, which is followed by itself. */
  #entryOf(target: number): number {
    const entry = ++this.#count;
    this.#entries.set(2 * entry, target);
    this.#follow(entry, entry);
    return entry;
  }

  #after(entry: number): number {
    return this.#entries.get(2 * entry + 1);
  }

  #follow(entry: number, next: number): void {
    this.#entries.set(2 * entry + 1, next);
  }
}

const NONE: readonly number[] = [];
