import { sql, type RawBuilder } from 'kysely';

/** Text for `like` in which nothing has a meaning of its own. */
function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** Whether a column has a text somewhere, whatever the case. */
export function contains(column: string, text: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} ilike ${`%${escaped(text)}%`}`;
}

/** A pattern for `like` from one in which `*` stands for anything. */
export function likePattern(pattern: string): string {
  return escaped(pattern).replaceAll('*', '%');
}
