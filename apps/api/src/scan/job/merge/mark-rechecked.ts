import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../store/tables.ts';

/** What a scan of a few resources evaluated. */
export interface Rechecked {
  /** Keys of the resources that it saw. */
  readonly resources: readonly string[];
  readonly rules: readonly string[];
}

/** Gives findings a time of their own at which they were last evaluated: their rules and regions were not covered. */
export async function markRechecked(
  trx: Transaction<Tables>,
  accountId: string,
  { resources, rules }: Rechecked,
): Promise<void> {
  await sql`
    update finding set last_seen_at = now()
    where account_id = ${accountId} and resource_id = any(${resources}::uuid[]) and rule_key = any(${rules}::text[]) and not stale`.execute(
    trx,
  );
}
