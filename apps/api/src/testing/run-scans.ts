// A process that scans: `node run-scans.ts '{"connection":…,"snapshots":…,"accountId":…}'`. It prints the scan's id, and is to be killed.
import { startScanRunner } from '../scan/start-scan-runner.ts';
import { connect } from '../store/connect.ts';
import type { Store } from '../store/store.ts';
import { SILENT } from './log.ts';

const { connection, snapshots, accountId } = JSON.parse(process.argv[2] ?? '') as {
  connection: Store['connection'];
  snapshots: { directory: string };
  accountId: string;
};
const store = { db: connect(connection), connection, exclusive: false, close: async () => undefined };
const runner = await startScanRunner({ store, snapshots, log: SILENT });
const scope = { services: [], regions: [], rules: [] };
process.stdout.write(await runner.start({ accountIds: [accountId], scope, idempotencyKey: null }));
