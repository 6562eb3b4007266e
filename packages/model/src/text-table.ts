/** More beginnings than this are not told apart: such texts have nothing in common. */
const MOST_PREFIXES = 1000;
const BLOCK = 1 << 16;
/** Numbers kept of each text: its prefix, where its rest begins and how long that is in UTF-8, and its hash. */
const FIELDS = 4;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
// Not the same in each process, so that nobody can choose texts that all fall on one place.
const SEED = Math.floor(Math.random() * 2 ** 32);

/**
 * Numbers texts, from 0, in the order they come in. There may be a million of them, and in a `Map` each would take 150 bytes and the
 * garbage collector's time. Here it takes some 50, outside of what is collected: what a text has in common with others
 * (`arn:aws:ec2:eu-west-1:111122223333:instance/`) is kept once.
 */
export class TextTable {
  readonly #prefixes = new Map<string, number>([['', 0]]);
  readonly #prefixTexts = [''];
  #lastPrefix = { text: '', number: 0 };
  /** The rests of texts, one after the other; none lies in two blocks. */
  readonly #blocks: Uint8Array[] = [];
  #free = BLOCK;
  #texts = new Int32Array(FIELDS * 16);
  #size = 0;
  /** Numbers of texts, plus one, where their hash puts them; 0: nothing is there. */
  #places = new Int32Array(64);
  #rest = new Uint8Array(256);

  /** How many texts there are. The next new one is given this number. */
  get size(): number {
    return this.#size;
  }

  /** The number of a text, new or not. */
  add(text: string): number {
    return this.#place(storable(text), true);
  }

  /** The number of a text; -1: it is not here. */
  find(text: string): number {
    return this.#place(storable(text), false);
  }

  /** The text with a number that was given. */
  text(number: number): string {
    const at = FIELDS * number;
    const start = this.#texts[at + 1] ?? 0;
    const from = start % BLOCK;
    const block = this.#blocks[Math.floor(start / BLOCK)];
    const rest = decoder.decode(block?.subarray(from, from + (this.#texts[at + 2] ?? 0)));
    return asGiven((this.#prefixTexts[this.#texts[at] ?? 0] ?? '') + rest);
  }

  #place(text: string, add: boolean): number {
    const cut = Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1;
    const prefix = this.#prefixOf(text, cut, add);
    const length = this.#writeRest(text, prefix === 0 ? 0 : cut);
    const hash = this.#hashOf(prefix, length);
    const mask = this.#places.length - 1;
    let place = hash & mask;
    for (; this.#places[place] !== 0; place = (place + 1) & mask) {
      const at = FIELDS * ((this.#places[place] ?? 0) - 1);
      if (this.#texts[at + 3] === hash && this.#texts[at] === prefix && this.#hasRest(at, length)) return at / FIELDS;
    }
    if (!add) return -1;
    this.#append(prefix, length, hash);
    this.#places[place] = this.#size;
    if (2 * this.#size > this.#places.length) this.#spread();
    return this.#size - 1;
  }

  #prefixOf(text: string, cut: number, add: boolean): number {
    const last = this.#lastPrefix;
    // Most texts begin as the one before.
    if (cut === last.text.length && text.startsWith(last.text)) return last.number;
    const prefix = text.slice(0, cut);
    let number = this.#prefixes.get(prefix);
    if (number === undefined) {
      if (!add || this.#prefixes.size >= MOST_PREFIXES) return 0;
      number = this.#prefixTexts.push(prefix) - 1;
      this.#prefixes.set(prefix, number);
    }
    this.#lastPrefix = { text: prefix, number };
    return number;
  }

  /** Puts a text, from `start` on, into `#rest`. @returns how many bytes it is */
  #writeRest(text: string, start: number): number {
    const most = 3 * (text.length - start);
    if (most > this.#rest.length) this.#rest = new Uint8Array(2 * most);
    const rest = this.#rest;
    for (let index = start; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return encoder.encodeInto(text.slice(start), rest).written;
      rest[index - start] = code;
    }
    return text.length - start;
  }

  #hashOf(prefix: number, length: number): number {
    const rest = this.#rest;
    let hash = Math.imul(SEED ^ prefix, 0x01_00_01_93);
    for (let index = 0; index < length; index++) hash = Math.imul(hash ^ (rest[index] ?? 0), 0x01_00_01_93);
    return hash ^ (hash >>> 15);
  }

  #hasRest(at: number, length: number): boolean {
    if (this.#texts[at + 2] !== length) return false;
    const start = this.#texts[at + 1] ?? 0;
    const block = this.#blocks[Math.floor(start / BLOCK)];
    for (let index = 0; index < length; index++)
      if (block?.[(start % BLOCK) + index] !== this.#rest[index]) return false;
    return true;
  }

  #append(prefix: number, length: number, hash: number): void {
    if (this.#free + length > BLOCK) {
      this.#blocks.push(new Uint8Array(Math.max(BLOCK, length)));
      this.#free = 0;
    }
    this.#blocks.at(-1)?.set(this.#rest.subarray(0, length), this.#free);
    const at = FIELDS * this.#size;
    if (at === this.#texts.length) this.#texts = grown(this.#texts);
    this.#texts[at] = prefix;
    this.#texts[at + 1] = (this.#blocks.length - 1) * BLOCK + this.#free;
    this.#texts[at + 2] = length;
    this.#texts[at + 3] = hash;
    this.#free += length;
    this.#size++;
  }

  /** Twice as many places. */
  #spread(): void {
    const places = new Int32Array(2 * this.#places.length);
    const mask = places.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let place = (this.#texts[FIELDS * number + 3] ?? 0) & mask;
      while (places[place] !== 0) place = (place + 1) & mask;
      places[place] = number + 1;
    }
    this.#places = places;
  }
}

/** The same numbers, and room for as many again. */
export function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}

/** UTF-8 has no halves of surrogate pairs, so a text with one is kept as JSON, after what no other begins with. */
function storable(text: string): string {
  return text.isWellFormed() && !text.startsWith('\0') ? text : `\0${JSON.stringify(text)}`;
}

function asGiven(stored: string): string {
  return stored.startsWith('\0') ? (JSON.parse(stored.slice(1)) as string) : stored;
}
