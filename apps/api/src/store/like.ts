import { sql, type RawBuilder } from 'kysely';

/** Text for `like` in which nothing has a meaning of its own. */
function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** Whether a value has a text somewhere, whatever the case. */
export function contains(column: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  return sql<boolean>`${column} ilike ${`%${escaped(text)}%`}`;
}

/** Whether a value begins so. */
export function beginsWith(column: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  return sql<boolean>`${column} like ${`${escaped(text)}%`}`;
}

/** A pattern for `like` from one in which `*` stands for anything. */
export function likePattern(pattern: string): string {
  return escaped(pattern).replaceAll('*', '%');
}
