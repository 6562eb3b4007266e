import { parentPort, workerData } from 'node:worker_threads';
import { snapshotSource } from '@plumbline/collector';
import { sql } from 'kysely';
import type { ScanThreadData, ScanThreadMessage, ScanThreadOrder } from '../scan-thread.ts';
import { StatementReporter } from '../statement-report.ts';
import { connect } from '../../store/connect.ts';
import { endAttempt } from './end-attempt.ts';
import { loadRegistry } from './load-registry.ts';
import { scanAccount } from './scan-account.ts';
import { StoppedError } from './stopped.ts';

/** The thread that one attempt at a scan's part runs in: the API's own thread stays free. */
const { part, connection, snapshots, ruleFiles, slowMs } = workerData as ScanThreadData;
const stopping = new AbortController();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const tell = (message: ScanThreadMessage) => parentPort?.postMessage(message);
parentPort?.on('message', (why: ScanThreadOrder) => {
  tell('heard');
  stopping.abort(new StoppedError(why));
});
const statements = new StatementReporter(slowMs, tell);
const db = connect(connection, 2, statements);
try {
  const sourceOf = (reference: string) => snapshotSource(reference, snapshots);
  const attempt = loadRegistry(ruleFiles).then((registry) => scanAccount({ db, part, sourceOf, registry, stopping }));
  const ended = await endAttempt(db, part, attempt);
  statements.flush();
  tell(ended);
  // The text of new findings waits beside its index, where every search reads it. A vacuum would put it in, too.
  await sql`select gin_clean_pending_list('finding_search')`.execute(db).catch(() => undefined);
} finally {
  statements.stop();
  await db.destroy();
  parentPort?.close();
}
