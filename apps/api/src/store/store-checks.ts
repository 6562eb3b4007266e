import { sql, type Kysely } from 'kysely';
import { answers } from './answers.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Tables } from './tables.ts';

/** Why the database could not serve requests; `null` when it can. */
export async function databaseProblem(db: Kysely<Tables>): Promise<string | null> {
  return (await answers(db)) ? null : 'The database does not answer.';
}

/** What is amiss with what was made when the server started: the tables, and the queue of scans. */
export async function setupProblem(db: Kysely<Tables>): Promise<string | null> {
  try {
    const { rows } = await sql<{ migrations: number; queue: boolean }>`
      select (select count(*)::int from kysely_migration) as migrations,
        exists (select from pgboss.queue where name = 'scan') as queue`.execute(db);
    const [found] = rows;
    if (!found?.queue) return 'The queue of scans is not there.';
    return found.migrations >= Object.keys(MIGRATIONS).length
      ? null
      : 'The database has not been brought to this version.';
  } catch {
    return 'The database does not answer.';
  }
}
