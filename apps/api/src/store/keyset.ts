import { sql, type RawBuilder } from 'kysely';

/** A column that a list is ordered by. It is never null; the last key of a list is unique. */
export interface SortKey {
  /** With its table's alias: `f.severity`. */
  readonly column: string;
  readonly type: 'bigint' | 'integer' | 'smallint' | 'text' | 'timestamptz' | 'uuid';
  readonly descending: boolean;
}

/** For `order by`. */
export function sortedBy(keys: readonly SortKey[]): RawBuilder<unknown> {
  return sql.join(keys.map(({ column, descending }) => (descending ? sql`${sql.ref(column)} desc` : sql.ref(column))));
}

/** A row's place in the list: the text of each key. */
export function positionOf(keys: readonly SortKey[]): RawBuilder<string[]> {
  return sql`array[${sql.join(keys.map(({ column }) => sql`${sql.ref(column)}::text`))}]`;
}

/** Whether a row comes after a place. */
export function isAfter(keys: readonly SortKey[], position: readonly string[]): RawBuilder<boolean> {
  const values = keys.map(({ type }, index) => sql`${position[index]}::${sql.raw(type)}`);
  const columns = keys.map(({ column }) => sql.ref(column));
  const [first] = keys;
  // One comparison of rows, which an index can answer.
  if (keys.every(({ descending }) => descending === first?.descending))
    return sql<boolean>`(${sql.join(columns)}) ${beyond(first)} (${sql.join(values)})`;
  const [column] = columns;
  const [value] = values;
  const further = isAfter(keys.slice(1), position.slice(1));
  return sql<boolean>`(${column} ${beyond(first)} ${value} or ${column} = ${value} and ${further})`;
}

function beyond(key: SortKey | undefined): RawBuilder<unknown> {
  return key?.descending ? sql`<` : sql`>`;
}

/** A name for a list in an order. */
export function orderName(list: string, keys: readonly SortKey[]): string {
  return `${list}:${keys.map(({ column, descending }) => (descending ? `-${column}` : column)).join(',')}`;
}
