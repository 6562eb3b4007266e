import { SnapshotError } from './snapshot.ts';

/** A line, and a document that is read whole, are at most this long. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** Lines that follow one another. */
export interface Lines {
  /** Line number of the first, from 1. */
  readonly from: number;
  readonly texts: readonly string[];
  /** The text ended in the last of them, without a newline. */
  readonly open: boolean;
}

const NEWLINE = 0x0a;
/**
 * Batches are made of this much at most, however large the chunks are that come in: the text of one, also of two bytes a character, is
 * then small enough for V8 to let it come and go with what is young. Larger ones cost a sixth of all the time it takes to read.
 */
const PIECE = 60 * 1024;

/**
 * Splits UTF-8 into lines, in a batch for each chunk in which a line ended. A `SnapshotError` without a line, thrown by `bytes`, is
 * given the line that was being read.
 * @throws SnapshotError NOT_JSON (not UTF-8), TOO_LARGE
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Lines, void, undefined> {
  let from = 1;
  let rest: Uint8Array[] = [];
  let restLength = 0;
  try {
    for await (const piece of piecesOf(bytes)) {
      const end = piece.lastIndexOf(NEWLINE) + 1;
      const first = end > 0 ? piece.indexOf(NEWLINE) : piece.length;
      if (restLength + first > MAX_BYTES) throw new SnapshotError('TOO_LARGE', 'the line is longer than 64 MB', from);
      if (end > 0) {
        const texts = decodeLines(joined([...rest, piece.subarray(0, first)]), from);
        if (first + 1 < end) texts.push(...decodeLines(piece.subarray(first + 1, end - 1), from + 1));
        yield { from, texts, open: false };
        from += texts.length;
        rest = [];
        restLength = 0;
      }
      if (end < piece.length) rest.push(piece.slice(end));
      restLength += piece.length - end;
    }
  } catch (error) {
    if (error instanceof SnapshotError && error.line === null) throw new SnapshotError(error.code, error.message, from);
    throw error;
  }
  if (restLength > 0) yield { from, texts: decodeLines(joined(rest), from), open: true };
}

async function* piecesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** `ignoreBOM` means to keep it: only the one at the very start is to go, not one at the start of some chunk. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeLines(bytes: Uint8Array, from: number): string[] {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new SnapshotError('NOT_JSON', 'the line is not UTF-8 text', from + wellFormedLines(bytes));
  }
  return (from === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text).split('\n');
}

/** How many lines there are before the first that is not UTF-8. */
function wellFormedLines(bytes: Uint8Array): number {
  for (let start = 0, count = 0; ; count += 1) {
    const end = bytes.indexOf(NEWLINE, start);
    try {
      utf8.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return count;
    }
    if (end < 0) return count;
    start = end + 1;
  }
}
