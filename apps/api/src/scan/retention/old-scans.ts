import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';

/**
 * Deletes a few of the scans that ended before a time, with their log, gaps and counts. Kept are, of each of their accounts, the newest
 * that ended, the newest of each scope that came to results, as the posture rests on them, and those that tell when something was last
 * seen. Of rechecks nothing is kept.
 * @returns how many were deleted
 */
export async function deleteOldScans(db: Kysely<Tables>, before: Date, limit: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from scan where id in (
      select s.id from scan s
      where s.finished_at < ${before} and (s.scope ? 'resources' or not exists (
        select from scan_account p where p.scan_id = s.id and (
          not exists (
            select from scan_account later join scan l on l.id = later.scan_id
            where later.account_id = p.account_id and l.finished_at > s.finished_at and not l.scope ? 'resources')
          or p.status in ('SUCCEEDED', 'PARTIAL') and not exists (
            select from scan_account later join scan l on l.id = later.scan_id
            where later.account_id = p.account_id and l.finished_at > s.finished_at and l.scope = s.scope
              and later.status in ('SUCCEEDED', 'PARTIAL'))
          or exists (select from scan_coverage c where c.account_id = p.account_id and c.scan_id = s.id)
          or exists (select from type_coverage c where c.account_id = p.account_id and c.scan_id = s.id))))
      order by s.finished_at limit ${limit}
    )`.execute(db);
  return Number(numAffectedRows);
}
