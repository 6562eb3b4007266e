import type { Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { deleteOldEvents, deleteOldVersions, type Step } from './old-history.ts';
import { deleteOldScans } from './old-scans.ts';

/** For how many days what is kept. */
export interface Retention {
  /** Scans, with their log, gaps and counts. */
  readonly scanDays: number;
  /** What happened to findings, and what resources were before. */
  readonly historyDays: number;
}

/** How much a step takes at a time, each in a transaction of its own, so that nothing else waits for long. */
export interface StepSizes {
  readonly scans: number;
  readonly rows: number;
}

export const STEP_SIZES: StepSizes = { scans: 1, rows: 2000 };

export interface Deleted {
  readonly scans: number;
  readonly events: number;
  readonly versions: number;
}

/** Deletes what is older than is to be kept, step by step, and nothing that is open or that something open rests on. */
export async function deleteOld(
  db: Kysely<Tables>,
  { scanDays, historyDays }: Retention,
  { now, signal, sizes = STEP_SIZES }: { readonly now: Date; readonly signal: AbortSignal; readonly sizes?: StepSizes },
): Promise<Deleted> {
  const historyEnd = daysBefore(now, historyDays);
  const events = await walk(signal, (after) => deleteOldEvents(db, historyEnd, { after, limit: sizes.rows }));
  const versions = await walk(signal, (after) => deleteOldVersions(db, historyEnd, { after, limit: sizes.rows }));
  let scans = 0;
  for (let deleted = sizes.scans; deleted === sizes.scans; scans += deleted) {
    signal.throwIfAborted();
    deleted = await deleteOldScans(db, daysBefore(now, scanDays), sizes.scans);
  }
  return { scans, events, versions };
}

async function walk(signal: AbortSignal, step: (after: Step['next']) => Promise<Step>): Promise<number> {
  let deleted = 0;
  let after: Step['next'] = null;
  do {
    signal.throwIfAborted();
    const done: Step = await step(after);
    deleted += done.deleted;
    after = done.next;
  } while (after);
  return deleted;
}

function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * 86_400_000);
}
