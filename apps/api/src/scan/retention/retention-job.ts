import { PgBoss, type Job } from 'pg-boss';
import type { Log } from '../../logging/log.ts';
import type { Store } from '../../store/store.ts';
import { deleteOld, type Retention } from './delete-old.ts';

const QUEUE = 'retention';
/** Every night, in UTC; where no Plumbline ran at that time, once at the next start. */
const NIGHTLY = '17 3 * * *';
const STOP_MS = 5000;

/** Deletes what is old every night, in one of the processes that share a database. */
export async function startRetention(
  { db, connection }: Pick<Store, 'db' | 'connection'>,
  retention: Retention,
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const boss = new PgBoss({
    ...connection,
    application_name: 'plumbline retention',
    max: 2,
    supervise: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => {
    if (!stopping.signal.aborted) log.error({ err: error }, 'The nightly deletion of what is old has a problem.');
  });
  const stop = async () => {
    stopping.abort();
    await boss.stop({ graceful: true, timeout: STOP_MS });
  };
  const deleteAll = async (job: Job<unknown> | undefined) => {
    const signal = job ? AbortSignal.any([job.signal, stopping.signal]) : stopping.signal;
    log.info(await deleteOld(db, retention, { now: new Date(), signal }), 'What was old is deleted.');
  };
  try {
    await boss.start();
    await boss.createQueue(QUEUE, {
      policy: 'singleton',
      expireInSeconds: 6 * 3600,
      retryLimit: 3,
      retryBackoff: true,
    });
    await boss.schedule(QUEUE, NIGHTLY, null, { missed: 'once' });
    await boss.work(QUEUE, { pollingIntervalSeconds: 60 }, ([job]) => deleteAll(job));
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
