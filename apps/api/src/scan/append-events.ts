import { sql, type Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { NewScanEvent } from './event-payload.ts';
import { storableJson } from './storable.ts';

/** The channel on which every new event of a scan is told; the payload is the scan's id. */
export const EVENT_CHANNEL = 'plumbline_scan_event';

/** Writes events of a scan in order. They are seen, and those who wait for them woken, when the transaction is committed. */
export async function appendEvents(
  trx: Transaction<Tables>,
  scanId: string,
  events: readonly NewScanEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await sql`
    with scan as (
      update scan set event_sequence = event_sequence + ${events.length} where id = ${scanId} returning id, event_sequence
    )
    insert into scan_event (scan_id, sequence, at, kind, payload)
    select scan.id, scan.event_sequence - ${events.length} + event.position, clock_timestamp(), event.kind, event.payload::jsonb
    from scan, unnest(
      ${events.map(({ kind }) => kind)}::text[],
      ${events.map(({ payload }) => storableJson(payload))}::text[]
    ) with ordinality as event (kind, payload, position)`.execute(trx);
  await sql`select pg_notify(${EVENT_CHANNEL}, ${scanId})`.execute(trx);
}
