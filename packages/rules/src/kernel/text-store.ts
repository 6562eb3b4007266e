import { Numbers } from './numbers.ts';

/** More beginnings than this are not told apart: such texts have nothing in common. */
const MOST_PREFIXES = 1 << 10;
const BLOCK = 1 << 16;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Texts of at most a million characters, numbered from 0 in the order they come in, outside of what is collected. What one has in
 * common with others (`arn:aws:ec2:eu-west-1:111122223333:instance/`) is kept once.
 */
export class TextStore {
  readonly #prefixes = new Map<string, number>([['', 0]]);
  readonly #prefixTexts = [''];
  #lastPrefix = { text: '', number: 0 };
  /** The rests of texts, one after the other; none lies in two blocks. */
  readonly #blocks: Uint8Array[] = [];
  #free = BLOCK;
  /** Of each text where its rest begins, and the length of that together with the number of its prefix. */
  readonly #texts = new Numbers();
  #size = 0;

  /** @returns its number */
  push(text: string): number {
    const stored = storable(text);
    const cut = Math.max(stored.lastIndexOf('/'), stored.lastIndexOf(':')) + 1;
    const prefix = this.#prefixOf(stored, cut);
    const rest = encoder.encode(prefix === 0 ? stored : stored.slice(cut));
    this.#texts.set(2 * this.#size, this.#append(rest));
    this.#texts.set(2 * this.#size + 1, rest.length * MOST_PREFIXES + prefix);
    return this.#size++;
  }

  /** The text with a number that was given. */
  text(number: number): string {
    const start = this.#texts.get(2 * number);
    const lengthAndPrefix = this.#texts.get(2 * number + 1);
    const from = start % BLOCK;
    const block = this.#blocks[Math.floor(start / BLOCK)];
    const rest = decoder.decode(block?.subarray(from, from + Math.floor(lengthAndPrefix / MOST_PREFIXES)));
    return asGiven((this.#prefixTexts[lengthAndPrefix % MOST_PREFIXES] ?? '') + rest);
  }

  #prefixOf(text: string, cut: number): number {
    const last = this.#lastPrefix;
    // Most texts begin as the one before.
    if (cut === last.text.length && text.startsWith(last.text)) return last.number;
    const prefix = text.slice(0, cut);
    let number = this.#prefixes.get(prefix);
    if (number === undefined) {
      if (this.#prefixes.size >= MOST_PREFIXES) return 0;
      number = this.#prefixTexts.push(prefix) - 1;
      this.#prefixes.set(prefix, number);
    }
    this.#lastPrefix = { text: prefix, number };
    return number;
  }

  #append(bytes: Uint8Array): number {
    if (this.#free + bytes.length > BLOCK) {
      this.#blocks.push(new Uint8Array(Math.max(BLOCK, bytes.length)));
      this.#free = 0;
    }
    const at = this.#free;
    this.#blocks.at(-1)?.set(bytes, at);
    this.#free += bytes.length;
    return (this.#blocks.length - 1) * BLOCK + at;
  }
}

/** UTF-8 has no halves of surrogate pairs, so a text with one is kept as JSON, after what no other begins with. */
function storable(text: string): string {
  return text.isWellFormed() && !text.startsWith('\0') ? text : `\0${JSON.stringify(text)}`;
}

function asGiven(stored: string): string {
  return stored.startsWith('\0') ? (JSON.parse(stored.slice(1)) as string) : stored;
}
