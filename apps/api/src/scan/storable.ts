const REPLACEMENT = '\uFFFD';
/** What JSON text may hold and PostgreSQL's JSONB refuses: U+0000 and halves of surrogate pairs. */
const REFUSED_ESCAPE = /\\u(?:0000|d[89a-f])/;

/** PostgreSQL and we walk values by recursion; what clouds say is not ten levels deep. */
export const MAX_DEPTH = 500;

export class TooDeepError extends Error {
  override readonly name = 'TooDeepError';
}

/** Text that PostgreSQL takes: what it has no place for becomes U+FFFD. */
export function storableText(text: string): string {
  return (text.includes('\0') ? text.replaceAll('\0', REPLACEMENT) : text).toWellFormed();
}

/**
 * JSON text that PostgreSQL takes as JSONB, with keys in one order, so that equal values have equal text.
 * @throws TooDeepError
 */
export function storableJson(value: unknown): string {
  const json = canonical(value);
  return REFUSED_ESCAPE.test(json) ? canonical(storableValue(value)) : json;
}

/**
 * JSON text that PostgreSQL takes as JSONB, with keys as they come: for documents, for which to sort them takes longer than all the rest.
 * @throws TooDeepError
 */
export function storableDocument(value: unknown): string {
  refuseDeep(value, 0);
  const json = JSON.stringify(value);
  return REFUSED_ESCAPE.test(json) ? JSON.stringify(storableValue(value)) : json;
}

function refuseDeep(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > MAX_DEPTH) throw new TooDeepError(`A value is more than ${MAX_DEPTH} levels deep.`);
  for (const field of Object.values(value)) refuseDeep(field, depth + 1);
}

function canonical(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (depth > MAX_DEPTH) throw new TooDeepError(`A value is more than ${MAX_DEPTH} levels deep.`);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, depth + 1)).join(',')}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field, depth + 1)}`).join(',')}}`;
}

function storableValue(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(storableValue);
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [storableText(key), storableValue(field)]));
}
