import type { Key } from './keys.ts';
import { parseQuery, type Term } from './parse.ts';
import { printClause } from './print.ts';

/** The values that a query asks for, of a key; none where it does not name it. Terms with mistakes count as far as they go. */
export function valuesOf(text: string, key: Key): readonly string[] {
  const terms = parseQuery(text).terms.filter((term) => term.key === key && !term.negated);
  return [...new Set(terms.flatMap(({ values }) => values.map((value) => value.text)))];
}

/**
 * The query with just these values of a key asked for, and none of them excluded. All else stays as it was typed, mistakes
 * too.
 */
export function withValues(text: string, key: Key, values: readonly string[]): string {
  let placed = values.length === 0;
  const replacement = (term: Term): string | null => {
    if (term.key !== key) return null;
    if (term.negated)
      return clauseText(
        key,
        true,
        term.values.map((value) => value.text).filter((value) => !values.includes(value)),
      );
    if (placed) return '';
    placed = true;
    return clauseText(key, false, values);
  };
  const parts: string[] = [];
  for (const term of parseQuery(text).terms) parts.push(replacement(term) ?? text.slice(term.start, term.end));
  if (placed) return joined(parts);
  const added = clauseText(key, false, values);
  // A quote that nothing closes takes in all that comes after it.
  return joined(isOpen(text) ? [added, ...parts] : [...parts, added]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function isOpen(text: string): boolean {
  return parseQuery(text).mistakes.some(({ kind }) => kind === 'unclosed-quote');
}

function clauseText(key: Key, negated: boolean, values: readonly string[]): string {
  return values.length === 0 ? '' : printClause({ key, negated, values });
}
