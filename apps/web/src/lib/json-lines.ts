import type { Json } from './json.ts';

/** A line of a printed JSON value. */
export interface JsonLine {
  readonly indent: number;
  /** The key with its quotes, or null inside a list and at the top. */
  readonly key: string | null;
  /** What stands after the key: a value, or a bracket. */
  readonly text: string;
  readonly kind: 'open' | 'close' | 'string' | 'number' | 'literal';
  readonly comma: boolean;
  /** RFC 6901 pointer to the value that the line begins or, on a closing bracket, ends. */
  readonly pointer: string;
}

/** Prints a JSON value a line at a time, each line with the pointer of its value. */
export function jsonLines(value: Json): JsonLine[] {
  const lines: JsonLine[] = [];
  print(value, { indent: 0, key: null, comma: false, pointer: '' }, lines);
  return lines;
}

/** Index of the line where the value at a pointer begins; of its nearest parent that is there, when it is not. */
export function lineOfPointer(lines: readonly JsonLine[], pointer: string): number {
  const starts = new Map(
    lines.flatMap((line, index) => (line.kind === 'close' ? [] : [[line.pointer, index] as const])),
  );
  let wanted = pointer;
  while (!starts.has(wanted) && wanted !== '') wanted = wanted.slice(0, wanted.lastIndexOf('/'));
  return starts.get(wanted) ?? 0;
}

/** Indexes of the first and last line of the value at a line. */
export function linesOfValue(lines: readonly JsonLine[], start: number): readonly [number, number] {
  const first = lines[start];
  if (first?.kind !== 'open') return [start, start];
  const end = lines.findIndex(
    ({ kind, pointer }, index) => index > start && kind === 'close' && pointer === first.pointer,
  );
  return [start, end === -1 ? start : end];
}

type Place = Pick<JsonLine, 'indent' | 'key' | 'comma' | 'pointer'>;

function print(value: Json, place: Place, lines: JsonLine[]): void {
  if (typeof value !== 'object' || value === null) {
    lines.push({ ...place, text: JSON.stringify(value), kind: kindOf(value) });
    return;
  }
  const isList = Array.isArray(value);
  const [open, close] = isList ? '[]' : '{}';
  const entries = Object.entries(value);
  if (entries.length === 0) {
    lines.push({ ...place, text: `${open}${close}`, kind: 'literal' });
    return;
  }
  lines.push({ ...place, text: open ?? '', kind: 'open', comma: false });
  for (const [index, [name, child]] of entries.entries()) {
    print(
      child,
      {
        indent: place.indent + 1,
        key: isList ? null : JSON.stringify(name),
        comma: index < entries.length - 1,
        pointer: `${place.pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      },
      lines,
    );
  }
  lines.push({ ...place, key: null, text: close ?? '', kind: 'close' });
}

function kindOf(value: string | number | boolean | null): JsonLine['kind'] {
  if (typeof value === 'string') return 'string';
  return typeof value === 'number' ? 'number' : 'literal';
}
