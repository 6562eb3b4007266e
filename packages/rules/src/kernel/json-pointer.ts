/** Reads an RFC 6901 pointer. Only own properties count. */
export function readPointer(document: unknown, pointer: string): { readonly found: boolean; readonly value: unknown } {
  let value = document;
  for (let at = 0; at < pointer.length;) {
    const next = pointer.indexOf('/', at + 1);
    const end = next < 0 ? pointer.length : next;
    const key = unescaped(pointer.slice(at + 1, end));
    if (!has(value, key)) return { found: false, value: null };
    value = value[key];
    at = end;
  }
  return { found: value !== undefined, value: value ?? null };
}

function unescaped(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

function has(value: unknown, key: string): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
  return !Array.isArray(value) || /^\d+$/.test(key);
}

/** A pointer from its parts: `pointer('policy', 'Statement', 0)`. */
export function pointer(...parts: readonly (string | number)[]): string {
  let text = '';
  for (const part of parts) text += `/${typeof part === 'number' ? part : escaped(part)}`;
  return text;
}

function escaped(part: string): string {
  return part.includes('~') || part.includes('/') ? part.replaceAll('~', '~0').replaceAll('/', '~1') : part;
}
