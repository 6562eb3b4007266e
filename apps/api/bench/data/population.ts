import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Product } from '../product.ts';
import { addAccount, scan } from './scan.ts';
import { accountId, accountSnapshot } from './snapshots.ts';

const workshop = path.join(tmpdir(), 'plumbline-bench');

/** The data directory that is measured: made once. */
export const DATA = path.join(workshop, 'fifty-accounts');
export const SNAPSHOTS = path.join(DATA, 'snapshots');

const ACCOUNTS = 50;
/** What each account has: some 20,000 findings. */
const CONTENTS = { count: 1000, neglected: 2000 };

let populated: Promise<void> | null = null;

/** Fills the data directory as users fill it: fifty accounts are added and each is scanned twice. Takes about ten minutes, once. */
export function populate(): Promise<void> {
  populated ??= existsSync(DATA) ? Promise.resolve() : fill();
  return populated;
}

async function fill(): Promise<void> {
  const half = `${DATA}.part`;
  const snapshots = path.join(half, 'snapshots');
  mkdirSync(snapshots, { recursive: true });
  const product = await Product.start(half);
  try {
    for (let index = 0; index < ACCOUNTS; index++) {
      await addAccount(product, await accountSnapshot(snapshots, index, CONTENTS));
      for (const _ of ['first', 'second']) await scan(product, accountId(index));
      console.error(`Filling the store: ${index + 1} of ${ACCOUNTS} accounts.`);
    }
  } finally {
    await product.stop();
  }
  renameSync(half, DATA);
}
