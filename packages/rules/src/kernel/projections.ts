import { grown, TextTable } from '@plumbline/model';

/** Kept once each, and whole, while they are no longer than this and there are no more than so many: most targets are alike. */
const SHORT = 300;
const MOST_SHARED = 1000;
const BLOCK = 1 << 18;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** What relations keep of facets, numbered from 1, as the bytes of its JSON: an eighth of what it takes as an object. */
export class Projections {
  readonly #shared = new TextTable();
  readonly #values: unknown[] = [];
  /** Of those that are not shared: block, where it begins there, its length. */
  #places = new Int32Array(3 * 64);
  #count = 0;
  readonly #blocks: Uint8Array[] = [];
  #free = BLOCK;
  /** Several relations may keep the same of a target, one after the other. */
  #last = { text: '', number: 0 };

  /** @returns the number of a value: of one that is shared, below zero */
  add(value: unknown): number {
    const text = JSON.stringify(value);
    if (text.length <= SHORT) {
      const known = this.#shared.size < MOST_SHARED ? this.#shared.add(text) : this.#shared.find(text);
      if (known === this.#values.length) this.#values.push(JSON.parse(text));
      if (known >= 0) return -1 - known;
    }
    if (text !== this.#last.text) this.#last = { text, number: this.#append(encoder.encode(text)) };
    return this.#last.number;
  }

  get(number: number): unknown {
    if (number < 0) return this.#values[-1 - number];
    const [block = 0, start = 0, length = 0] = this.#places.subarray(3 * (number - 1), 3 * number);
    return JSON.parse(decoder.decode(this.#blocks[block]?.subarray(start, start + length)));
  }

  #append(bytes: Uint8Array): number {
    if (this.#free + bytes.length > BLOCK) {
      this.#blocks.push(new Uint8Array(Math.max(BLOCK, bytes.length)));
      this.#free = 0;
    }
    this.#blocks.at(-1)?.set(bytes, this.#free);
    const at = 3 * this.#count;
    if (at === this.#places.length) this.#places = grown(this.#places);
    this.#places[at] = this.#blocks.length - 1;
    this.#places[at + 1] = this.#free;
    this.#places[at + 2] = bytes.length;
    this.#free += bytes.length;
    return ++this.#count;
  }
}
