/** More beginnings than this are not told apart: such ids have nothing in common. */
const MOST_PREFIXES = 1000;
/** As UTF-8, an id of 800 characters. */
const LONGEST = 2400;
const BLOCK = 1 << 16;

const encoder = new TextEncoder();
// Not the same in each process, so that nobody can choose ids that all fall on one place.
const SEED = Math.floor(Math.random() * 2 ** 32);

/**
 * The ids of one type and the lines they came in: there may be a million of them, and in a `Map` each would take 150 bytes. Here it
 * takes some 40: what an id has in common with others (`arn:aws:ec2:eu-west-1:111122223333:instance/`) is kept once.
 */
export class SeenIds {
  readonly #prefixes = new Map<string, number>([['', 0]]);
  /** The rests of ids, one after the other; none lies in two blocks. */
  readonly #blocks: Uint8Array[] = [];
  #free = BLOCK;
  /** Four numbers an id: its prefix, where its rest begins, the length of that, its line. */
  #ids = new Int32Array(4 * 256);
  #count = 0;
  /** Numbers of ids, plus one, where their hash puts them; 0: nothing is there. */
  #places = new Int32Array(1024);
  readonly #rest = new Uint8Array(LONGEST);

  /** The line in which an id came before. If it did not, it has come now, in this line. */
  firstLine(id: string, line: number): number | undefined {
    const cut = Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1;
    const prefix = this.#prefixOf(id.slice(0, cut));
    const { written } = encoder.encodeInto(prefix === 0 ? id : id.slice(cut), this.#rest);
    const mask = this.#places.length - 1;
    let place = hashOf(id) & mask;
    for (; this.#places[place] !== 0; place = (place + 1) & mask) {
      const at = 4 * ((this.#places[place] ?? 0) - 1);
      if (this.#ids[at] === prefix && this.#hasRest(at, written)) return this.#ids[at + 3];
    }
    this.#places[place] = this.#add(prefix, written, line);
    if (2 * this.#count > this.#places.length) this.#spread();
    return undefined;
  }

  #prefixOf(text: string): number {
    const known = this.#prefixes.get(text);
    if (known !== undefined) return known;
    if (this.#prefixes.size >= MOST_PREFIXES) return 0;
    this.#prefixes.set(text, this.#prefixes.size);
    return this.#prefixes.size - 1;
  }

  #hasRest(at: number, length: number): boolean {
    if (this.#ids[at + 2] !== length) return false;
    const start = this.#ids[at + 1] ?? 0;
    const block = this.#blocks[Math.floor(start / BLOCK)];
    for (let index = 0; index < length; index++)
      if (block?.[(start % BLOCK) + index] !== this.#rest[index]) return false;
    return true;
  }

  /** @returns the number of the id, plus one */
  #add(prefix: number, length: number, line: number): number {
    if (this.#free + length > BLOCK) {
      this.#blocks.push(new Uint8Array(BLOCK));
      this.#free = 0;
    }
    this.#blocks.at(-1)?.set(this.#rest.subarray(0, length), this.#free);
    if (4 * this.#count === this.#ids.length) {
      const more = new Int32Array(2 * this.#ids.length);
      more.set(this.#ids);
      this.#ids = more;
    }
    this.#ids.set([prefix, (this.#blocks.length - 1) * BLOCK + this.#free, length, line], 4 * this.#count);
    this.#free += length;
    return ++this.#count;
  }

  /** Twice as many places. The hashes are made anew, which is less than to keep them. */
  #spread(): void {
    const prefixes = [...this.#prefixes.keys()];
    const decoder = new TextDecoder();
    const places = new Int32Array(2 * this.#places.length);
    const mask = places.length - 1;
    for (let number = 0; number < this.#count; number++) {
      const [prefix = 0, start = 0, length = 0] = this.#ids.subarray(4 * number, 4 * number + 3);
      const from = start % BLOCK;
      const rest = decoder.decode(this.#blocks[Math.floor(start / BLOCK)]?.subarray(from, from + length));
      let place = hashOf((prefixes[prefix] ?? '') + rest) & mask;
      while (places[place] !== 0) place = (place + 1) & mask;
      places[place] = number + 1;
    }
    this.#places = places;
  }
}

function hashOf(text: string): number {
  let hash = SEED;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  return hash ^ (hash >>> 15);
}
