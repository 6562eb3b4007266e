import type { PassRow } from './trend.repository.ts';

/** Rows added up by a key, as they stand at each of so many moments. A row counts from its first moment to its last, and is looked at twice. */
export function sumsAtEach<Row extends PassRow, Key>(
  moments: number,
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): readonly ReadonlyMap<Key, number>[] {
  const begin = Map.groupBy(rows, ({ first }) => first);
  const end = Map.groupBy(rows, ({ last }) => last + 1);
  const standing = new Map<Key, number>();
  const add = (row: Row, sign: 1 | -1) => standing.set(keyOf(row), (standing.get(keyOf(row)) ?? 0) + sign * row.n);
  return Array.from({ length: moments }, (_, index) => {
    for (const row of end.get(index + 1) ?? []) add(row, -1);
    for (const row of begin.get(index + 1) ?? []) add(row, 1);
    return new Map(standing);
  });
}
