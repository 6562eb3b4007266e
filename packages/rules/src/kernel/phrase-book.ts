import { TextMap } from '@plumbline/model';

/** So many phrases have a number of one character, */
const IN_ONE = 96;
/** and so many altogether: the others take two. All are of ASCII, which is read faster than anything else. */
const MOST_PHRASES = IN_ONE + 128 * (128 - IN_ONE);
/** So many are remembered that have come once. */
const MOST_HEARD = 1 << 12;

const LITERAL = '\0';
const QUOTE = '"';

/**
 * Shortens JSON texts that are alike in much: keys, what stands between them, and values that come again are each one character, a
 * number in a book that grows by what it is given. What remains is a fifth to a third.
 */
export class PhraseBook {
  /** Phrase → its number, written. */
  readonly #numbers = new Map<string, string>();
  readonly #phrases = [LITERAL];
  #heard = new TextMap();
  #heardCount = 0;

  shortened(json: string): string {
    let short = '';
    for (const phrase of json.split(QUOTE)) {
      const number = this.#numbers.get(phrase);
      if (number !== undefined) short += number;
      else {
        // No phrase has a quote in it.
        short += LITERAL + phrase + QUOTE;
        this.#hear(phrase);
      }
    }
    return short;
  }

  /** The text that was shortened. */
  whole(short: string): string {
    const phrases: string[] = [];
    for (let at = 0; at < short.length; at++) {
      const number = short.charCodeAt(at);
      if (number >= IN_ONE)
        phrases.push(this.#phrases[IN_ONE + 128 * (number - IN_ONE) + short.charCodeAt(++at)] ?? '');
      else if (number !== 0) phrases.push(this.#phrases[number] ?? '');
      else {
        const end = short.indexOf(QUOTE, at);
        phrases.push(short.slice(at + 1, end));
        at = end;
      }
    }
    return phrases.join(QUOTE);
  }

  /** What comes a second time, and before too much else did, has a number from then on. */
  #hear(phrase: string): void {
    if (this.#phrases.length === MOST_PHRASES) return;
    if (this.#heard.setNew(phrase, 1) !== 0) {
      const own = copied(phrase);
      this.#numbers.set(own, written(this.#phrases.push(own) - 1));
    } else if (++this.#heardCount === MOST_HEARD) {
      this.#heard = new TextMap();
      this.#heardCount = 0;
    }
  }
}

function written(number: number): string {
  if (number < IN_ONE) return String.fromCharCode(number);
  const rest = number - IN_ONE;
  return String.fromCharCode(IN_ONE + Math.floor(rest / 128), rest % 128);
}

/** A part of a text keeps V8 from letting go of the whole. */
function copied(text: string): string {
  return decoder.decode(encoder.encode(text));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
