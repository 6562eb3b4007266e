import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { addAccount, scan, secondsOf } from './data/scan.ts';
import { accountId, accountSnapshot } from './data/snapshots.ts';
import { SNAPSHOTS } from './data/population.ts';
import { Product } from './product.ts';

const LARGE = 100;
const EVERY_MS = 20;

/** How late the server's event loop was, in milliseconds. */
export interface EventLoopDelay {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** While 100,000 resources are scanned for the first time, into an empty store. */
export async function delayOfScan(): Promise<EventLoopDelay & { readonly seconds: number }> {
  const directory = mkdtempSync(path.join(tmpdir(), 'plumbline-event-loop-'));
  mkdirSync(SNAPSHOTS, { recursive: true });
  const snapshot = await accountSnapshot(SNAPSHOTS, LARGE, { count: 25_000, neglected: 0 });
  const probe = { file: path.join(directory, 'delay.json'), snapshots: SNAPSHOTS };
  const product = await Product.start(path.join(directory, 'data'), probe);
  try {
    await addAccount(product, snapshot);
    await delayUntilNow(product, probe.file);
    const seconds = secondsOf(await scan(product, accountId(LARGE)));
    return { ...(await delayUntilNow(product, probe.file)), seconds };
  } finally {
    await product.stop();
    rmSync(directory, { recursive: true });
  }
}

/** Since it was asked last. */
async function delayUntilNow(product: Product, file: string): Promise<EventLoopDelay> {
  rmSync(file, { force: true });
  product.signal('SIGUSR2');
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') await delay(EVERY_MS);
  return JSON.parse(readFileSync(file, 'utf8')) as EventLoopDelay;
}
