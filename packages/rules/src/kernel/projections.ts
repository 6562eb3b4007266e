import { Numbers } from './numbers.ts';
import { PhraseBook } from './phrase-book.ts';

/** Kept once each, and whole, while they are no longer than this and there are no more than so many: most targets are alike. */
const SHORT = 300;
const MOST_SHARED = 1000;
const BLOCK = 1 << 18;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** What relations keep of facets, numbered from 1, as its JSON, shortened: a thirtieth of what it takes as an object. */
export class Projections {
  readonly #shared = new Map<string, number>();
  readonly #values: unknown[] = [];
  readonly #book = new PhraseBook();
  /** Of those that are not shared: block, where it begins there, its length. */
  readonly #places = new Numbers();
  #count = 0;
  readonly #blocks: Uint8Array[] = [];
  #free = BLOCK;
  /** Several relations may keep the same of a target, one after the other. */
  #last = { text: '', number: 0 };

  /** @returns the number of a value: of one that is shared, below zero */
  add(value: unknown): number {
    const text = JSON.stringify(value);
    if (text.length <= SHORT) {
      const known = this.#shared.get(text) ?? (this.#shared.size < MOST_SHARED ? this.#share(text) : 0);
      if (known !== 0) return known;
    }
    if (text !== this.#last.text)
      this.#last = { text, number: this.#append(encoder.encode(this.#book.shortened(text))) };
    return this.#last.number;
  }

  get(number: number): unknown {
    if (number < 0) return this.#values[-1 - number];
    const at = 3 * number;
    const start = this.#places.get(at + 1);
    const bytes = this.#blocks[this.#places.get(at)]?.subarray(start, start + this.#places.get(at + 2));
    return JSON.parse(this.#book.whole(decoder.decode(bytes)));
  }

  #share(text: string): number {
    const number = -this.#values.push(JSON.parse(text));
    this.#shared.set(text, number);
    return number;
  }

  #append(bytes: Uint8Array): number {
    if (this.#free + bytes.length > BLOCK) {
      this.#blocks.push(new Uint8Array(Math.max(BLOCK, bytes.length)));
      this.#free = 0;
    }
    this.#blocks.at(-1)?.set(bytes, this.#free);
    const at = 3 * ++this.#count;
    this.#places.set(at, this.#blocks.length - 1);
    this.#places.set(at + 1, this.#free);
    this.#places.set(at + 2, bytes.length);
    this.#free += bytes.length;
    return this.#count;
  }
}
