import type { Kysely } from 'kysely';
import type { Tables } from '../../../store/tables.ts';
import { endPart, lockScan, type ScanPart } from '../../end-scan.ts';
import { log, type ScanGapContent } from '../../event-payload.ts';
import { StoppedError } from '../stopped.ts';
import type { Tally } from '../tally.ts';
import type { MissingResources } from '../unseen.ts';
import { changedFindings } from './changed-findings.ts';
import { markRechecked, type Rechecked } from './mark-rechecked.ts';
import { mergeCoverage, mergeOpen, mergeRollups } from './merge-coverage.ts';
import { mergeFindings } from './merge-findings.ts';
import { mergeResources } from './merge-resources.ts';
import { recountFindings } from './recount-findings.ts';

/** What a scan of an account came to, beside the staged rows. */
export interface ScanResults {
  readonly missing: MissingResources;
  readonly tally: Tally;
  readonly gaps: readonly ScanGapContent[];
  /** Number of resources by type, for types that no rule is for. */
  readonly unruled: ReadonlyMap<string, number>;
  /** Where only a few resources were looked at: which. */
  readonly rechecked: Rechecked | null;
}

/**
 * Takes a scan's results over, all of them or none, together with the end of the scan itself. One timestamp, the transaction's, is the
 * time of everything in it.
 * @throws StoppedError when the scan is to be cancelled, or the account was removed
 */
export async function merge(db: Kysely<Tables>, part: ScanPart, results: ScanResults): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { accountId } = part;
    const account = await trx
      .selectFrom('account')
      .select('id')
      .where('id', '=', accountId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    const scan = await trx
      .selectFrom('scan')
      .select('cancel_requested_at')
      .where('id', '=', part.scanId)
      .executeTakeFirst();
    if (!account || !scan || scan.cancel_requested_at) throw new StoppedError('cancelled');
    await mergeResources(trx, part, results.missing);
    const staged = await mergeFindings(trx, part);
    if (staged > 0) await recountFindings(trx, accountId);
    await mergeRollups(trx, part, results.tally);
    await mergeOpen(trx, part);
    if (results.rechecked) await markRechecked(trx, accountId, results.rechecked);
    else await mergeCoverage(trx, part, results.tally);
    await insertGaps(trx, part, results.gaps);
    if ((await lockScan(trx, part.scanId))?.cancel_requested_at) throw new StoppedError('cancelled');
    await endPart(trx, part, {
      status: results.gaps.length > 0 ? 'PARTIAL' : 'SUCCEEDED',
      events: [
        ...unruledLog(results.unruled),
        ...results.gaps.map((gap) => ({ kind: 'gap' as const, payload: gap })),
        { kind: 'findings', payload: await changedFindings(trx, part) },
      ],
    });
  });
}

async function insertGaps(db: Kysely<Tables>, { scanId }: ScanPart, gaps: readonly ScanGapContent[]): Promise<void> {
  for (let at = 0; at < gaps.length; at += 1000)
    await db
      .insertInto('scan_gap')
      .values(gaps.slice(at, at + 1000).map((gap) => ({ ...gap, scan_id: scanId })))
      .execute();
}

function unruledLog(unruled: ReadonlyMap<string, number>) {
  if (unruled.size === 0) return [];
  const total = [...unruled.values()].reduce((sum, n) => sum + n, 0);
  const types = [...unruled].map(([type, n]) => `${type} (${n})`).join(', ');
  const counted = total === 1 ? '1 resource of a type' : `${total} resources of types`;
  return [log('INFO', `${counted} that no rule knows: ${types}`)];
}
