import { sql } from 'kysely';

/** Whether `s`, a scan, looked at all that its scope has, and not only at one resource again. */
export const isWhole = sql<boolean>`not s.scope ? 'resources'`;
