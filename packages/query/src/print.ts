import type { Clause, Filter } from './filter.ts';
import { keyAt } from './scan.ts';

/** A filter as a query: the shortest that is read back as the same filter. */
export function printFilter(filter: Filter): string {
  return filter.map(printClause).join(' ');
}

export function printClause({ key, negated, values }: Clause): string {
  const sign = negated ? '-' : '';
  return key === null ? sign + values.map(printText).join(' ') : `${sign}${key}:${values.map(printValue).join(',')}`;
}

/** A value of a key, quoted where it has to be. */
export function printValue(value: string): string {
  return /[\s",]/.test(value) ? quoted(value) : value;
}

/** Free text, quoted where it would be read as something else. */
export function printText(text: string): string {
  return text.startsWith('-') || /[\s"]/.test(text) || keyAt(text, 0) ? quoted(text) : text;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/[\\"]/g, String.raw`\$&`)}"`;
}
