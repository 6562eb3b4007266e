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

/** What a completion would have to know. */
export interface Wanted {
  /** Keys of which values may be offered. */
  readonly keys: readonly Key[];
  /** What was typed of a value, up to the caret. */
  readonly typed: string;
  /** The text without the term at the caret. */
  readonly rest: string;
}

/** @param caret in UTF-16 code units */
export function wantedAt(text: string, caret: number): Wanted {
  const term = termAt(text, caret);
  if (!term || caret < startOf(term)) return { keys: [], typed: '', rest: text };
  const rest = `${text.slice(0, term.start)}${text.slice(term.end)}`;
  if (term.field === null) return { keys: KEY_NAMES, typed: bare(text.slice(startOf(term), term.end)), rest };
  const value = valueAt(term, caret);
  if (!value || !term.key || caret <= startOf(term) + term.field.length) return { keys: [], typed: '', rest };
  return { keys: [term.key], typed: bare(text.slice(value.start, caret)), rest };
}

/** @param caret in UTF-16 code units */
export function suggest(text: string, caret: number, known: KnownValues): Completion {
  const term = termAt(text, caret);
  if (!term || caret < startOf(term)) return { start: caret, end: caret, suggestions: keysLike('') };
  const from = startOf(term);
  if (term.field === null || caret <= from + term.field.length) return inKey(text, term, from, known);
  const value = valueAt(term, caret);
  if (!value || !term.key) return { start: caret, end: caret, suggestions: [] };
  const { start, end } = value;
  const typed = bare(text.slice(start, caret));
  const suggestions = valuesLike(term.key, typed, known).map((one) => ({ ...one, insert: printValue(one.insert) }));
  return { start, end, suggestions: suggestions.slice(0, MOST) };
}

function termAt(text: string, caret: number): Term | undefined {
  return parseQuery(text).terms.find(({ start, end }) => start <= caret && caret <= end);
}

/** Where a term begins, after what negates it. */
function startOf({ start, negated }: Term): number {
  return negated ? start + 1 : start;
}

function valueAt({ values }: Term, caret: number): Term['values'][number] | undefined {
  return values.find(({ start, end }) => start <= caret && caret <= end);
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
