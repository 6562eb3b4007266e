import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** Rows of a step, each in a transaction of its own, so that nothing else waits for long. */
const ROWS = 5000;

type Step = (db: Kysely<Tables>, accountId: string) => Promise<number>;

/** Deletes what a removed account had, in this order: each says how many rows it deleted, and has come to its end when these are none. */
export const REMOVAL_STEPS: readonly Step[] = [
  // Their events go with them,
  (db, accountId) => deleted(db, sql`finding`, accountId, sql`id`),
  // and with these their earlier contents.
  (db, accountId) => deleted(db, sql`resource`, accountId, sql`id`),
  (db, accountId) => deleted(db, sql`scan_rollup`, accountId, sql`scan_id, rule_key`),
  (db, accountId) => deleted(db, sql`scan_pass`, accountId, sql`scan_id, rule_key`),
  (db, accountId) => deleted(db, sql`scan_open`, accountId, sql`scan_id, rule_key`),
  deleteScanOfNothing,
];

/** @param order of the table's key, after the account: by its index, what is gone already is not read again and again */
async function deleted(
  db: Kysely<Tables>,
  table: RawBuilder<unknown>,
  accountId: string,
  order: RawBuilder<unknown>,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from ${table} where ctid = any(array(
      select ctid from ${table} where account_id = ${accountId} order by account_id, ${order} limit ${ROWS}))`.execute(
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
