import { randomUUID } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { appendEvents } from './append-events.ts';
import type { ScanPart } from './end-scan.ts';
import { log } from './event-payload.ts';
import { hashOf } from './job/hash.ts';
import { KeyReusedError } from './key-reused.ts';
import { WAITING } from './progress.ts';
import type { ScanRequest } from './scan-runner.ts';

/**
 * Writes a scan, its parts and their jobs; all of them or none.
 * @returns the id of the scan, or of the one that the same idempotency key started within 24 hours
 * @throws KeyReusedError
 */
export async function writeScan(
  db: Kysely<Tables>,
  request: ScanRequest,
  enqueue: (trx: Transaction<Tables>, parts: readonly ScanPart[]) => Promise<void>,
): Promise<string> {
  const accountIds = [...new Set(request.accountIds)];
  if (accountIds.length === 0) throw new Error('A scan needs at least one account.');
  return db.transaction().execute(async (trx) => {
    const scanId = await insertScan(trx, request);
    if (scanId === null) return startedBy(trx, request);
    const parts = accountIds.map((accountId) => ({ scanId, accountId }));
    await trx
      .insertInto('scan_account')
      .values(
        parts.map(({ accountId }) => ({
          scan_id: scanId,
          account_id: accountId,
          status: 'QUEUED',
          progress: JSON.stringify(WAITING),
          failure: null,
        })),
      )
      .execute();
    await appendEvents(trx, scanId, [{ kind: 'progressed', payload: WAITING }, log('INFO', 'The scan is queued.')]);
    await enqueue(trx, parts);
    return scanId;
  });
}

async function startedBy(trx: Transaction<Tables>, request: ScanRequest): Promise<string> {
  const { id, request_hash } = await trx
    .selectFrom('scan')
    .select(['id', 'request_hash'])
    .where('idempotency_key', '=', request.idempotencyKey)
    .executeTakeFirstOrThrow();
  // A scan from before there were hashes is taken at its key's word.
  if (request_hash !== null && request_hash !== requestHash(request)) throw new KeyReusedError(id);
  return id;
}

function requestHash({ accountIds, scope, asked = { accountIds, scope } }: ScanRequest): string {
  return hashOf(asked);
}

/** @returns `null` when a scan of the last 24 hours has the idempotency key */
async function insertScan(trx: Transaction<Tables>, request: ScanRequest): Promise<string | null> {
  const { scope, idempotencyKey } = request;
  if (idempotencyKey !== null)
    await trx
      .updateTable('scan')
      .set({ idempotency_key: null })
      .where('idempotency_key', '=', idempotencyKey)
      .where('queued_at', '<=', sql<Date>`now() - interval '24 hours'`)
      .execute();
  const inserted = await trx
    .insertInto('scan')
    .values({
      id: randomUUID(),
      status: 'QUEUED',
      scope: JSON.stringify(scope),
      idempotency_key: idempotencyKey,
      request_hash: requestHash(request),
      failure: null,
    })
    .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id ?? null;
}
