/** Reads an RFC 6901 pointer. Only own properties count. */
export function readPointer(document: unknown, pointer: string): { readonly found: boolean; readonly value: unknown } {
  let value = document;
  for (const key of keysOf(pointer)) {
    if (!has(value, key)) return { found: false, value: null };
    value = value[key];
  }
  return { found: value !== undefined, value: value ?? null };
}

/** Findings point at the same few places over and over, and a key that was used before is found sooner. */
const MOST = 2000;
const known = new Map<string, readonly string[]>();

function keysOf(pointer: string): readonly string[] {
  let keys = known.get(pointer);
  if (!keys) {
    keys = pointer === '' ? [] : pointer.slice(1).split('/').map(unescaped);
    if (known.size < MOST && pointer.length < 200) known.set(pointer, keys);
  }
  return keys;
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
