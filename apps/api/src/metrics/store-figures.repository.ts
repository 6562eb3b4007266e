import { sql, type Kysely } from 'kysely';
import type { ScanStatus } from '../store/scan-tables.ts';
import type { Tables } from '../store/tables.ts';

/** A scan may be seen only some time after the moment that it says it ended at: when it is committed. */
const LATE = '1 minute';

export interface EndedScan {
  readonly id: string;
  readonly status: ScanStatus;
  readonly finished_at: Date;
  readonly seconds: number;
}

/** Figures of the whole store. */
export class StoreFigures {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Scans that ended since then or shortly before, in the order of their ends. */
  async endedScans(since: Date): Promise<readonly EndedScan[]> {
    const { rows } = await sql<EndedScan>`
      select id, status, finished_at, extract(epoch from finished_at - started_at)::float8 as seconds
      from scan where finished_at > ${since}::timestamptz - ${LATE}::interval order by finished_at`.execute(this.#db);
    return rows;
  }

  async jobs(): Promise<readonly { readonly status: string; readonly n: number }[]> {
    const { rows } = await sql<{ status: string; n: number }>`
      select status, count(*)::int as n from scan_account where status in ('QUEUED', 'RUNNING') group by 1`.execute(
      this.#db,
    );
    return rows;
  }

  /** By result and rank of the severity. */
  async findings(): Promise<readonly { readonly result: string; readonly severity: number; readonly n: number }[]> {
    const { rows } = await sql<{ result: string; severity: number; n: number }>`
      select result, severity, sum(n)::int as n from finding_count group by 1, 2`.execute(this.#db);
    return rows;
  }

  async resources(): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from resource where deleted_at is null`.execute(this.#db);
    return rows[0]?.n ?? 0;
  }
}
