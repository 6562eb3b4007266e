import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Whether the database answers, and has the tables. */
export async function answers(db: Kysely<Tables>): Promise<boolean> {
  try {
    await sql`select from account limit 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
