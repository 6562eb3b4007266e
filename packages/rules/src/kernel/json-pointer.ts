/** Reads an RFC 6901 pointer. Only own properties count. */
export function readPointer(document: unknown, pointer: string): { readonly found: boolean; readonly value: unknown } {
  let value = document;
  if (pointer === '') return { found: value !== undefined, value };
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!has(value, key)) return { found: false, value: null };
    value = value[key];
  }
  return { found: value !== undefined, value: value ?? null };
}

function has(value: unknown, key: string): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
  return !Array.isArray(value) || /^\d+$/.test(key);
}

/** A pointer from its parts: `pointer('policy', 'Statement', 0)`. */
export function pointer(...parts: readonly (string | number)[]): string {
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
