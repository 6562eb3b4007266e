import { SEVERITIES, type Severity } from '@plumbline/rules';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../store/tables.ts';
import type { ScanPart } from '../../end-scan.ts';
import type { ScanEventPayloads } from '../../event-payload.ts';

const SHOWN = 100;

/**
 * What to tell of the findings that a merge changed. To be called while they are still staged. Asks the stage alone: to join it with
 * thousands of findings that the same transaction has just written, the database plans as if there were one.
 */
export async function changedFindings(
  trx: Transaction<Tables>,
  { scanId, accountId }: ScanPart,
): Promise<ScanEventPayloads['findings']> {
  const changed = trx
    .selectFrom('stage_finding')
    .where('account_id', '=', accountId)
    .where('scan_id', '=', scanId)
    .where('change', 'is not', null);
  const { n } = await changed.select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow();
  // What closes has no severity in the stage: it comes last.
  const worst = await changed
    .select('id')
    .orderBy(sql`severity = 0`)
    .orderBy('severity')
    .orderBy('id')
    .limit(SHOWN)
    .execute();
  const failing = await trx
    .selectFrom('scan_rollup')
    .select(['severity', sql<number>`sum(n)::int`.as('n')])
    .where('scan_id', '=', scanId)
    .where('outcome', '=', 'fail')
    .groupBy('severity')
    .execute();
  const counts = SEVERITIES.map((severity, index) => [
    severity,
    failing.find((row) => row.severity === index + 1)?.n ?? 0,
  ]);
  return {
    accountId,
    findingIds: worst.map(({ id }) => id),
    changed: n,
    severityCounts: Object.fromEntries(counts) as Record<Severity, number>,
  };
}
