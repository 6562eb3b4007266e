/** The way to a value in a tree of JSON. */
export type Path = readonly (string | number)[];

export interface Place {
  readonly path: Path;
  readonly value: unknown;
}

/** Every value in a tree of JSON, itself first. */
export function placesIn(value: unknown, path: Path = []): readonly Place[] {
  const inner = isTree(value) ? entriesOf(value).flatMap(([key, each]) => placesIn(each, [...path, key])) : [];
  return [{ path, value }, ...inner];
}

/** The tree with another value in one place; `undefined` leaves it out. Keys such as `__proto__` are keys like others. */
export function withValueAt(tree: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  if (!isTree(tree)) return tree;
  const entries = entriesOf(tree)
    .map(([key, each]) => [key, key === first ? withValueAt(each, rest, value) : each] as const)
    .filter(([, each]) => each !== undefined);
  if (Array.isArray(tree)) return entries.map(([, each]) => each);
  return Object.fromEntries(entries);
}

/** The same tree with the keys of its objects the other way round. */
export function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (!isTree(value)) return value;
  return Object.fromEntries(
    entriesOf(value)
      .toReversed()
      .map(([key, each]) => [key, backwards(each)]),
  );
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function entriesOf(tree: object): readonly (readonly [string | number, unknown])[] {
  return Array.isArray(tree) ? [...tree.entries()] : Object.entries(tree);
}
