import { closest } from './closest.ts';
import { combine, type Said } from './combine.ts';
import type { Filter } from './filter.ts';
import { definitionOf, KEY_NAMES, keyNamed, type Key } from './keys.ts';
import { printFilter, printText } from './print.ts';
import { readValue } from './read-value.ts';
import { scan, type ScannedTerm, type ScannedText } from './scan.ts';
import type { Mistake, Span } from './span.ts';

/** No query is longer than this many UTF-16 code units. */
export const MAX_QUERY_LENGTH = 2000;

/** A term as it stands in the text, understood or not. */
export interface Term extends Span {
  readonly negated: boolean;
  /** `null` for free text, and where there is no such key. */
  readonly key: Key | null;
  /** The key as typed; `null` for free text. */
  readonly field: string | null;
  /** As a filter writes them; what could not be understood, as typed. */
  readonly values: readonly ScannedText[];
}

/** How a query was understood. */
export interface ParsedQuery {
  /** In their order in the text. */
  readonly terms: readonly Term[];
  /** In their order in the text. */
  readonly mistakes: readonly Mistake[];
  /** `null` when there is a mistake: what is left of a query without a part of it would find too much. */
  readonly filter: Filter | null;
  /** The query in its shortest form; with a mistake, the text itself without the space around it. */
  readonly canonical: string;
}

/** Reads a query. It throws on no text, and takes time in proportion to the text's length. */
export function parseQuery(text: string): ParsedQuery {
  const mistakes: Mistake[] = [];
  const read = scan(text).map((term) => readTerm(term, text.length, mistakes));
  const combined = combine(read.flatMap(({ said }) => said ?? []));
  if (text.length > MAX_QUERY_LENGTH) mistakes.push(tooLong(text.length));
  const all = [...mistakes, ...combined.mistakes].toSorted((a, b) => a.start - b.start);
  const filter = all.length === 0 ? combined.filter : null;
  return {
    terms: read.map(({ term }) => term),
    mistakes: all,
    filter,
    canonical: filter ? printFilter(filter) : text.trim(),
  };
}

interface ReadTerm {
  readonly term: Term;
  /** `null` where it has a mistake. */
  readonly said: Said | null;
}

function readTerm(scanned: ScannedTerm, length: number, mistakes: Mistake[]): ReadTerm {
  const { start, end, negated, unclosed } = scanned;
  const before = mistakes.length;
  if (unclosed !== null)
    mistakes.push({
      start: unclosed,
      end: length,
      kind: 'unclosed-quote',
      message: 'The quote is not closed: a " is missing.',
      suggestion: null,
    });
  const key = scanned.key && keyNamed(scanned.key.text);
  const values = key ? readValues(key, scanned.values, mistakes) : scanned.values;
  if (scanned.key && !key) mistakes.push(unknownKey(scanned.key, scanned));
  if (!scanned.key && scanned.values[0]?.text === '')
    mistakes.push({
      start,
      end,
      kind: 'empty-value',
      message: 'There is no text between the quotes.',
      suggestion: null,
    });
  const term = { start, end, negated, key, field: scanned.key?.text ?? null, values };
  const said = mistakes.length === before ? { key, negated, values: unique(values), at: { start, end } } : null;
  return { term, said };
}

function readValues(key: Key, scanned: readonly ScannedText[], mistakes: Mistake[]): readonly ScannedText[] {
  const { kind } = definitionOf(key);
  const [, second] = scanned;
  if (second && (kind === 'age' || kind === 'days'))
    mistakes.push({
      start: second.start,
      end: second.end,
      kind: 'bad-value',
      message: `${key}: takes one value.`,
      suggestion: null,
    });
  return scanned.map((value) => {
    const read = readValue(key, value);
    if (typeof read === 'string') return { ...value, text: read };
    mistakes.push(read);
    return value;
  });
}

function unknownKey({ text, start, end }: ScannedText, { values }: ScannedTerm): Mistake {
  const near = closest(text, KEY_NAMES);
  const whole = printText(`${text}:${values.map((value) => value.text).join(',')}`.slice(0, 60));
  const help = near ? `Did you mean ${near}?` : `For text with a colon in it, put quotes around it: ${whole}`;
  return {
    start,
    end,
    kind: 'unknown-key',
    message: `There is no key ${text.slice(0, 40)}. ${help}`,
    suggestion: near,
  };
}

function tooLong(end: number): Mistake {
  const message = `A query has at most ${MAX_QUERY_LENGTH} characters.`;
  return { start: MAX_QUERY_LENGTH, end, kind: 'too-long', message, suggestion: null };
}

function unique(values: readonly ScannedText[]): readonly string[] {
  return [...new Set(values.map(({ text }) => text))];
}
