import DataLoader from 'dataloader';

/** Loads rows by key, all that are asked for at once in one go; `null` where there is none. */
export function loaderOf<Row, Value>(
  load: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
  valueOf: (row: Row) => Value,
): DataLoader<string, Value | null> {
  return new DataLoader(async (keys) => {
    const values = new Map<string, Value>();
    for (const row of await load(keys)) values.set(keyOf(row), valueOf(row));
    return keys.map((key) => values.get(key) ?? null);
  });
}

/** Loads lists of rows by key; an empty one where there is none. */
export function listLoaderOf<Row>(
  load: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (keys) => {
    const lists = Map.groupBy(await load(keys), keyOf);
    return keys.map((key) => lists.get(key) ?? []);
  });
}
