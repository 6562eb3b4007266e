import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../logging/log.ts';
import type { RuleFiles } from '../custom-rules/rule-files.ts';
import type { SnapshotOptions } from './read-header.ts';
import type { Kysely } from 'kysely';
import { answers } from '../store/answers.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { cancelScan, isCancelled } from './cancel-scan.ts';
import { endDeaf } from './end-deaf.ts';
import { endPart, type ScanPart } from './end-scan.ts';
import { scanEvents, scanFinished } from './follow-scan.ts';
import { ATTEMPTS, JobQueue } from './job-queue.ts';
import type { ScanRunner } from './scan-runner.ts';
import { ScanThread } from './scan-thread.ts';
import type { StatementReport } from './statement-report.ts';
import { WakeUps } from './wake-ups.ts';
import { writeScan } from './write-scan.ts';

/** How long a merge that is under way may take when Plumbline stops. What is not merged by then is scanned anew at the next start. */
const STOP_MS = 20_000;

export interface ScanStatements {
  /** Statements that take longer, in milliseconds, are told with their text. */
  readonly slowMs: number;
  told(report: StatementReport, part: ScanPart): void;
}

export interface ScanRunnerOptions {
  readonly store: Store;
  readonly snapshots: SnapshotOptions;
  /** The user's own rules, as they were at the start. */
  readonly ruleFiles?: RuleFiles | null;
  /** Accounts scanned at a time, each in a thread of its own. `null`: as many as the machine has cores for. */
  readonly concurrency?: number | null;
  readonly log: Log;
  /** Who is told what the threads' statements took. */
  readonly statements?: ScanStatements;
}

/** One core is left to the server and the database. */
const DEFAULT_CONCURRENCY = Math.max(1, Math.min(4, availableParallelism() - 1));

const ASK_AGAIN_MS = 250;
const LOOK_MS = 1000;

const UNTOLD: ScanStatements = { slowMs: Infinity, told: () => {} };

/** Starts to work on scans, first of all on those that were broken off. */
export async function startScanRunner({
  store,
  snapshots,
  ruleFiles = null,
  concurrency,
  log,
  statements = UNTOLD,
}: ScanRunnerOptions): Promise<ScanRunner> {
  const { db, connection } = store;
  const threads = new Map<ScanPart, ScanThread>();
  const stopping = new AbortController();
  const wakeUps = new WakeUps(connection);
  const queue = new JobQueue(connection, (error) => log.error({ err: error }, 'The queue of scans has a problem.'));

  async function handle(part: ScanPart, signal: AbortSignal): Promise<void> {
    if (!(await isOpen(db, part))) return;
    try {
      const ended = await attempt(part, signal);
      if (ended === 'again') throw new Error('The scan was interrupted.');
    } catch (error) {
      if (!stopping.signal.aborted) log.error({ err: error, ...part }, 'A scan was broken off.');
      // Where the database went away, the queue could not even note that the attempt failed: the next one would have to wait until the
      // heartbeat of this one has run out.
      while (!stopping.signal.aborted && !(await answers(db)))
        await delay(ASK_AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      throw error;
    }
  }

  async function attempt(part: ScanPart, signal: AbortSignal): Promise<'ended' | 'again'> {
    const thread = new ScanThread(
      { part, connection, snapshots: { directory: snapshots.directory }, ruleFiles, slowMs: statements.slowMs },
      (report) => statements.told(report, part),
    );
    const interrupt = () => thread.stop('interrupted');
    signal.addEventListener('abort', interrupt);
    if (stopping.signal.aborted || signal.aborted) interrupt();
    threads.set(part, thread);
    // Another process may be asked to cancel it, and the thread may not come to look.
    const look = setInterval(() => {
      isCancelled(db, part).then(
        (cancelled) => cancelled && thread.stop('cancelled'),
        () => undefined,
      );
    }, LOOK_MS);
    try {
      const ended = await thread.ended;
      return ended === 'deaf' ? await endDeaf(db, part, AbortSignal.any([signal, stopping.signal])) : ended;
    } finally {
      clearInterval(look);
      threads.delete(part);
    }
  }

  const stop = async () => {
    stopping.abort();
    await wakeUps.stop();
    for (const thread of threads.values()) thread.stop('interrupted');
    await queue.stop(STOP_MS);
    await Promise.allSettled([...threads.values()].map((thread) => thread.ended));
  };
  try {
    await wakeUps.listen();
    const abandoned = store.exclusive ? await openParts(db) : [];
    await queue.start({
      concurrency: concurrency ?? DEFAULT_CONCURRENCY,
      abandoned,
      handle,
      onLost: (part) => failLost(db, part),
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    start: (request) => writeScan(db, request, (trx, parts) => queue.add(trx, parts)),
    cancel: async (scanId) => {
      const asked = await cancelScan(db, scanId);
      for (const [part, thread] of threads) if (asked && part.scanId === scanId) thread.stop('cancelled');
      return asked;
    },
    finished: (scanId, timeoutMs, signal) => scanFinished(db, wakeUps, scanId, timeoutMs, signal),
    events: (scanId, after, signal) => scanEvents(db, wakeUps, scanId, after, signal),
    stop,
  };
}

async function openParts(db: Kysely<Tables>): Promise<readonly ScanPart[]> {
  return db
    .selectFrom('scan_account')
    .select(['scan_id as scanId', 'account_id as accountId'])
    .where('status', 'in', ['QUEUED', 'RUNNING'])
    .execute();
}

/** Whether a part is still to be scanned. One whose account was removed is not, and its scan may have waited for it. */
async function isOpen(db: Kysely<Tables>, part: ScanPart): Promise<boolean> {
  const found = await db
    .selectFrom('scan_account')
    .select('status')
    .where('scan_id', '=', part.scanId)
    .where('account_id', '=', part.accountId)
    .executeTakeFirst();
  if (!found) await db.transaction().execute((trx) => endPart(trx, part, { status: 'CANCELLED' }));
  return found?.status === 'QUEUED' || found?.status === 'RUNNING';
}

async function failLost(db: Kysely<Tables>, part: ScanPart): Promise<void> {
  const failure = {
    code: 'BROKEN_OFF',
    message: `The scan was broken off ${ATTEMPTS} times.`,
    hint: 'The log of the server says why. It may have run out of memory.',
    source: null,
    line: null,
  };
  await db.transaction().execute((trx) => endPart(trx, part, { status: 'FAILED', failure }));
}
