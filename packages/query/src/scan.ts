import { keyNamed } from './keys.ts';
import type { Span } from './span.ts';

export interface ScannedText extends Span {
  /** Without quotes and escapes. */
  readonly text: string;
}

/** `-key:value,value` or `-text`, before it is known whether there is such a key and value. */
export interface ScannedTerm extends Span {
  readonly negated: boolean;
  readonly key: ScannedText | null;
  /** At least one. */
  readonly values: readonly ScannedText[];
  /** Where a quote opens that nothing closes. */
  readonly unclosed: number | null;
}

interface Value extends ScannedText {
  readonly unclosed: number | null;
}

/** Cuts a query into terms, in one pass. */
export function scan(text: string): readonly ScannedTerm[] {
  const terms: ScannedTerm[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const term = scanTerm(text, at);
    terms.push(term);
    at = skipSpace(text, term.end);
  }
  return terms;
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}

const NAME = /[a-z][a-z0-9-]*:/iy;

/**
 * The name of the key that stands there with its colon. An ARN, an address (`https://…`) and a type (`AWS::S3::Bucket`) are
 * text, not keys.
 */
export function keyAt(text: string, start: number): ScannedText | null {
  NAME.lastIndex = start;
  const name = NAME.exec(text)?.[0].slice(0, -1);
  if (name === undefined) return null;
  const end = start + name.length;
  const rest = text.slice(end + 1, end + 3);
  const isText = name.toLowerCase() === 'arn' || rest.startsWith(':') || rest === '//';
  return isText && keyNamed(name) === null ? null : { start, end, text: name };
}

function scanTerm(text: string, start: number): ScannedTerm {
  const negated = text[start] === '-' && start + 1 < text.length && !isSpace(text[start + 1]);
  const from = negated ? start + 1 : start;
  const key = keyAt(text, from);
  if (!key) {
    const value = scanValue(text, from, false);
    return { start, end: value.end, negated, key, values: [value], unclosed: value.unclosed };
  }
  const values = [scanValue(text, key.end + 1, true)];
  let last = values[0] as Value;
  while (text[last.end] === ',') {
    last = scanValue(text, last.end + 1, true);
    values.push(last);
  }
  return { start, end: last.end, negated, key, values, unclosed: last.unclosed };
}

const BARE = /[^\s"]+/y;
const BARE_IN_LIST = /[^\s",]+/y;

/** Bare and quoted pieces that touch each other: `owner="Jane Doe"`. */
function scanValue(text: string, start: number, inList: boolean): Value {
  const bare = inList ? BARE_IN_LIST : BARE;
  const pieces: string[] = [];
  for (let at = start; ;) {
    bare.lastIndex = at;
    const piece = bare.exec(text)?.[0];
    if (piece !== undefined) {
      pieces.push(piece);
      at += piece.length;
    } else if (text[at] === '"') {
      const quoted = scanQuoted(text, at + 1);
      pieces.push(quoted.text);
      at = quoted.end;
      if (!quoted.isClosed) return { start, end: at, text: pieces.join(''), unclosed: quoted.start - 1 };
    } else return { start, end: at, text: pieces.join(''), unclosed: null };
  }
}

/** From after a quote to after the next one; `\"` and `\\` stand for the second of their characters. */
function scanQuoted(text: string, start: number): ScannedText & { readonly isClosed: boolean } {
  const pieces: string[] = [];
  let from = start;
  let at = start;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')) {
      pieces.push(text.slice(from, at));
      from = ++at;
    }
    at++;
  }
  pieces.push(text.slice(from, at));
  const isClosed = at < text.length;
  return { start, end: isClosed ? at + 1 : at, text: pieces.join(''), isClosed };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text[at])) at++;
  return at;
}
