import { sql, type Kysely } from 'kysely';
import { isWhole } from '../../store/whole-scans.ts';
import type { Tables } from '../../store/tables.ts';

export class ScanDiffRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** The newest scan that ended, of an account of this one, before this one did. */
  async before(scanId: string): Promise<string | null> {
    const { rows } = await sql<{ scan_id: string }>`
      select p.scan_id from scan_account later
      join scan_account p on p.account_id = later.account_id and p.scan_id <> later.scan_id and p.finished_at < later.finished_at
      join scan s on s.id = p.scan_id
      where later.scan_id = ${scanId} and p.status in ('SUCCEEDED', 'PARTIAL') and ${isWhole}
      order by p.finished_at desc, p.scan_id limit 1`.execute(this.#db);
    return rows[0]?.scan_id ?? null;
  }

  /** Whether an account of the one scan was looked at by the other before. */
  async isBefore(earlier: string, later: string): Promise<boolean> {
    const { rows } = await sql`
      select from scan_account a join scan_account b using (account_id)
      where a.scan_id = ${earlier} and b.scan_id = ${later} and a.finished_at < b.finished_at
        and a.status in ('SUCCEEDED', 'PARTIAL') limit 1`.execute(this.#db);
    return rows.length > 0;
  }
}
