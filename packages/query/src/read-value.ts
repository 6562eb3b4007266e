import { normalAge } from './age.ts';
import { closest } from './closest.ts';
import { normalDays } from './days.ts';
import { definitionOf, type Key } from './keys.ts';
import { printValue } from './print.ts';
import type { ScannedText } from './scan.ts';
import type { Mistake } from './span.ts';

/** A value as a filter writes it, or what is wrong with it. */
export function readValue(key: Key, { text, start, end }: ScannedText): string | Mistake {
  const span = { start, end };
  if (text === '')
    return { ...span, kind: 'empty-value', message: `${key}: needs a value right after it.`, suggestion: null };
  const bad = (message: string): Mistake => ({ ...span, kind: 'bad-value', message, suggestion: null });
  const { kind, values } = definitionOf(key);
  switch (kind) {
    case 'closed': {
      const value = text.toLowerCase();
      return values.includes(value) ? value : unknownValue(key, { text, start, end });
    }
    case 'age':
      return normalAge(text) ?? bad('An age is > or <, a number, and h, d or w: age:>30d is longer than 30 days ago.');
    case 'days':
      return (
        normalDays(text) ??
        bad(`A day is written as 2026-01-31: ${key}:2026-01-31, ${key}:>=2026-01-01 or ${key}:2026-01-01..2026-01-31.`)
      );
    case 'tag':
      return text.startsWith('=') ? bad('A tag begins with its key: tag:env or tag:env=prod.') : text;
    case 'word':
      return text.toLowerCase();
    case 'name':
      return text;
  }
}

function unknownValue(key: Key, { text, start, end }: ScannedText): Mistake {
  const { values } = definitionOf(key);
  const near = closest(text, values);
  const help = near ? `Did you mean ${near}?` : `It is one of ${values.join(', ')}.`;
  const message = `There is no ${key} ${printValue(text.slice(0, 40))}. ${help}`;
  return { start, end, kind: 'unknown-value', message, suggestion: near };
}
