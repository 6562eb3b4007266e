import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** What a step is of: so many rows of an account, at most. */
interface Removal {
  readonly accountId: string;
  readonly rows: number;
}

type Step = (db: Kysely<Tables>, removal: Removal) => Promise<number>;

/** Deletes what a removed account had, in this order: each says how many rows it deleted, and has come to its end when these are none. */
export const REMOVAL_STEPS: readonly Step[] = [
  // Their events go with them,
  (db, removal) => deleted(db, sql`finding`, removal, sql`id`),
  // and with these their earlier contents.
  (db, removal) => deleted(db, sql`resource`, removal, sql`id`),
  (db, removal) => deleted(db, sql`scan_rollup`, removal, sql`scan_id, rule_key`),
  (db, removal) => deleted(db, sql`scan_pass`, removal, sql`scan_id, rule_key`),
  (db, removal) => deleted(db, sql`scan_open`, removal, sql`scan_id, rule_key`),
  deleteScanOfNothing,
];

/** @param order of the table's key, after the account: by its index, what is gone already is not read again and again */
async function deleted(
  db: Kysely<Tables>,
  table: RawBuilder<unknown>,
  { accountId, rows }: Removal,
  order: RawBuilder<unknown>,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from ${table} where ctid = any(array(
      select ctid from ${table} where account_id = ${accountId} order by account_id, ${order} limit ${rows}))`.execute(
    db,
  );
  return Number(numAffectedRows);
}

/** One whose accounts have all gone, with its log. */
async function deleteScanOfNothing(db: Kysely<Tables>): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from scan where id in (
      select id from scan where not exists (select from scan_account p where p.scan_id = scan.id) limit 1)`.execute(db);
  return Number(numAffectedRows);
}
