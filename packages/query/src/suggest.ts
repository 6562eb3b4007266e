import { definitionOf, KEY_NAMES, type Key } from './keys.ts';
import { parseQuery, type Term } from './parse.ts';
import { printValue } from './print.ts';
import type { Span } from './span.ts';

/** A value that there is, and how many findings have it where that is known. */
export interface KnownValue {
  readonly value: string;
  readonly label?: string;
  readonly count: number | null;
}

/** What is known of the values of keys; of a closed list only the counts are taken. */
export type KnownValues = Readonly<Partial<Record<Key, readonly KnownValue[]>>>;

export interface Suggestion {
  /** What to put in place of the completion's span. */
  readonly insert: string;
  /** What it means, in a few words; empty where it speaks for itself. */
  readonly about: string;
  readonly count: number | null;
}

/** What may stand at the caret, and the part of the text that it takes the place of. */
export interface Completion extends Span {
  readonly suggestions: readonly Suggestion[];
}

const MOST = 12;

/** @param caret in UTF-16 code units */
export function suggest(text: string, caret: number, known: KnownValues): Completion {
  const term = parseQuery(text).terms.find(({ start, end }) => start <= caret && caret <= end);
  const from = term && term.negated ? term.start + 1 : term?.start;
  if (!term || from === undefined || caret < from) return { start: caret, end: caret, suggestions: keysLike('') };
  if (term.field === null || caret <= from + term.field.length) return inKey(text, term, from, known);
  const value = term.values.find(({ start, end }) => start <= caret && caret <= end);
  if (!value || !term.key) return { start: caret, end: caret, suggestions: [] };
  const { start, end } = value;
  const typed = bare(text.slice(start, caret));
  const suggestions = valuesLike(term.key, typed, known).map((one) => ({ ...one, insert: printValue(one.insert) }));
  return { start, end, suggestions: suggestions.slice(0, MOST) };
}

/** Keys that begin so, and values of any key that do. */
function inKey(text: string, term: Term, start: number, known: KnownValues): Completion {
  if (term.field !== null) {
    const suggestions = keysLike(term.field.toLowerCase());
    return { start, end: start + term.field.length + 1, suggestions };
  }
  const typed = bare(text.slice(start, term.end));
  const values =
    typed.length < 2
      ? []
      : KEY_NAMES.flatMap((key) =>
          valuesLike(key, typed, known)
            .filter(({ insert }) => insert.toLowerCase().startsWith(typed.toLowerCase()))
            .map((one) => ({ ...one, insert: `${key}:${printValue(one.insert)}` })),
        );
  return { start, end: term.end, suggestions: [...keysLike(typed.toLowerCase()), ...values].slice(0, MOST) };
}

function keysLike(typed: string): readonly Suggestion[] {
  const keys = KEY_NAMES.filter((key) => key.startsWith(typed));
  return keys.map((key) => ({ insert: `${key}:`, about: definitionOf(key).about, count: null }));
}

/** Those that begin so first, then those that have it elsewhere. */
function valuesLike(key: Key, typed: string, known: KnownValues): readonly Suggestion[] {
  const word = typed.toLowerCase();
  const place = ({ value, label = '' }: KnownValue): number => {
    const at = value.toLowerCase().indexOf(word);
    return at === 0 ? 0 : at > 0 || label.toLowerCase().includes(word) ? 1 : 2;
  };
  return valuesOfKey(key, known)
    .filter((one) => place(one) < 2)
    .toSorted((a, b) => place(a) - place(b))
    .map(({ value, label, count }) => ({ insert: value, about: label === value ? '' : (label ?? ''), count }));
}

function valuesOfKey(key: Key, known: KnownValues): readonly KnownValue[] {
  const { kind, values } = definitionOf(key);
  const given = known[key] ?? [];
  if (kind !== 'closed') return kind === 'age' ? AGES : given;
  return values.map((value) => ({ value, count: given.find((one) => one.value === value)?.count ?? null }));
}

const AGES: readonly KnownValue[] = [
  { value: '<1d', label: 'since yesterday', count: null },
  { value: '<7d', label: 'in the last week', count: null },
  { value: '>30d', label: 'more than 30 days ago', count: null },
  { value: '>90d', label: 'more than 90 days ago', count: null },
];

/** What was typed, without the quote that it may begin with. */
function bare(typed: string): string {
  return typed.replaceAll('"', '');
}
