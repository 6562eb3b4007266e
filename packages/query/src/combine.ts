import { ageOf, otherAge } from './age.ts';
import type { Clause, Filter } from './filter.ts';
import { definitionOf, type Key } from './keys.ts';
import { printClause } from './print.ts';
import type { Mistake, Span } from './span.ts';

/** A clause and the term that says it. */
export interface Said extends Clause {
  readonly at: Span;
}

/** A clause that later ones may add to; `at` is where the last of them stands. */
interface Kept extends Clause {
  readonly values: string[];
  at: Span;
}

/** Puts clauses together: what says the same once, and what cannot go together as mistakes. */
export function combine(said: readonly Said[]): { readonly filter: Filter; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  const kept = new Map<string, Kept>();
  for (const clause of said.map(withoutNegatedAge)) {
    const place = placeOf(clause);
    const before = kept.get(place);
    if (!before) kept.set(place, { ...clause, values: [...clause.values] });
    else if (clause.negated && clause.key !== null) {
      for (const value of clause.values) before.values.push(value);
      before.at = clause.at;
    } else if (!sameValues(before, clause)) mistakes.push(repeated(clause, clause.key as Key));
  }
  const clauses = [...kept.values()];
  return {
    filter: clauses.map(({ key, negated, values }) => ({ key, negated, values: [...new Set(values)] })),
    mistakes: [...mistakes, ...contradictions(clauses)],
  };
}

/** What a second clause in the same place adds to, says again, or is at odds with. */
function placeOf({ key, negated, values }: Clause): string {
  const sign = negated ? '-' : '';
  if (key === null) return `${sign}"${values[0]}`;
  if (key === 'age') return `age:${values[0]?.[0]}`;
  if (negated && definitionOf(key).kind === 'days') return `-${key}:${values[0]}`;
  return !negated && definitionOf(key).many ? `${key}:${JSON.stringify(values)}` : `${sign}${key}:`;
}

function withoutNegatedAge(clause: Said): Said {
  return clause.key === 'age' && clause.negated
    ? { ...clause, negated: false, values: clause.values.map(otherAge) }
    : clause;
}

function sameValues(one: Clause, other: Clause): boolean {
  const values = new Set(one.values);
  return values.size === new Set(other.values).size && other.values.every((value) => values.has(value));
}

function repeated({ at }: Said, key: Key): Mistake {
  const { kind } = definitionOf(key);
  const message =
    kind === 'age' || kind === 'days'
      ? `${key}: is given twice. Give it once${kind === 'days' ? ', as a range day..day where there are two limits' : ''}.`
      : `${key}: is given twice, and a finding has only one. For either of them, put a comma between: ${key}:a,b.`;
  return { start: at.start, end: at.end, kind: 'repeated', message, suggestion: null };
}

function contradictions(clauses: readonly Said[]): readonly Mistake[] {
  const excluded = new Map(clauses.filter(({ negated }) => negated).map((clause) => [placeOf(clause), clause]));
  const longer = clauses.find(({ key, values }) => key === 'age' && values[0]?.startsWith('>'));
  return clauses.flatMap((clause) => {
    if (clause.negated) return clause.key === 'result' && clause.values.includes('any') ? [nothingLeft(clause)] : [];
    if (clause.key === 'age')
      return longer && longer !== clause && isNever(longer, clause) ? [nothingLeft(longer, clause)] : [];
    const against = excluded.get(placeOf({ ...clause, negated: true }));
    return against && excludes(against, clause) ? [nothingLeft(clause, against)] : [];
  });
}

function isNever(longer: Clause, shorter: Clause): boolean {
  return ageOf(longer.values[0] ?? '').hours >= ageOf(shorter.values[0] ?? '').hours;
}

function excludes(against: Clause, { key, values }: Clause): boolean {
  const out = new Set(against.values);
  return values.every((value) => out.has(value) || (key === 'tag' && out.has(value.split('=', 1)[0] ?? '')));
}

/** @param said in whatever order; the mistake is put where the last of them stands */
function nothingLeft(...said: readonly Said[]): Mistake {
  const { start, end } = said.map(({ at }) => at).reduce((one, other) => (other.start > one.start ? other : one));
  const message = `Nothing is left by ${said.map((clause) => brief(printClause(clause))).join(' together with ')}.`;
  return { start, end, kind: 'contradiction', message, suggestion: null };
}

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
