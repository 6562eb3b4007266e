import type { Kysely } from 'kysely';
import { isDatabaseAway } from '../store/database-away.ts';
import type { Tables } from '../store/tables.ts';
import { Follower } from './follower.ts';
import type { ScanEvent } from './scan-runner.ts';
import type { WakeUps } from './wake-ups.ts';

/** How long to rely on being woken before looking all the same. */
const POLL_MS = 1000;
const PAGE = 500;

/** A scan's events after a sequence, those to come included, to its end. Leaving the loop ends a wait at once. */
export function scanEvents(
  db: Kysely<Tables>,
  wakeUps: WakeUps,
  scanId: string,
  after: number,
  signal?: AbortSignal,
): AsyncIterable<ScanEvent> {
  return {
    [Symbol.asyncIterator]: () => {
      const left = new AbortController();
      const events = follow(db, wakeUps, scanId, after, AbortSignal.any([left.signal, ...(signal ? [signal] : [])]));
      return {
        next: () => events.next(),
        return: () => {
          left.abort();
          return events.return();
        },
      };
    },
  };
}

async function* follow(
  db: Kysely<Tables>,
  wakeUps: WakeUps,
  scanId: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<ScanEvent, void, undefined> {
  const follower = new Follower();
  wakeUps.add(scanId, follower);
  signal.addEventListener('abort', follower.wake);
  try {
    let sequence = after;
    while (!wakeUps.stopped && !signal.aborted) {
      // In this order: what is written between the two is not missed.
      const ended = await unlessAway(hasEnded(db, scanId), false);
      const events = await unlessAway(eventsAfter(db, scanId, sequence), null);
      for (const event of events ?? []) {
        yield event;
        sequence = event.sequence;
      }
      if (events?.length === PAGE) continue;
      if (ended && events) return;
      await follower.wait(POLL_MS);
    }
  } finally {
    signal.removeEventListener('abort', follower.wake);
    wakeUps.remove(scanId, follower);
  }
}

/** Waits for the end of a scan; false when it has not come within `timeoutMs`, or before `signal`. A scan that is not there has ended. */
export async function scanFinished(
  db: Kysely<Tables>,
  wakeUps: WakeUps,
  scanId: string,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const follower = new Follower();
  wakeUps.add(scanId, follower);
  signal?.addEventListener('abort', follower.wake);
  try {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      if (await unlessAway(hasEnded(db, scanId), false)) return true;
      const left = deadline - performance.now();
      if (left <= 0 || wakeUps.stopped || signal?.aborted) return false;
      await follower.wait(Math.min(POLL_MS, left));
    }
  } finally {
    signal?.removeEventListener('abort', follower.wake);
    wakeUps.remove(scanId, follower);
  }
}

/** What was asked, or something else while the database is away, as when it starts again. */
async function unlessAway<Answer>(asked: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return otherwise;
  }
}

async function hasEnded(db: Kysely<Tables>, scanId: string): Promise<boolean> {
  const scan = await db.selectFrom('scan').select('finished_at').where('id', '=', scanId).executeTakeFirst();
  return scan?.finished_at !== null;
}

function eventsAfter(db: Kysely<Tables>, scanId: string, sequence: number): Promise<ScanEvent[]> {
  return db
    .selectFrom('scan_event')
    .selectAll()
    .where('scan_id', '=', scanId)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(PAGE)
    .execute();
}
