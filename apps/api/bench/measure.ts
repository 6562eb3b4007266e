import { DATA, populate, SNAPSHOTS } from './data/population.ts';
import { storedRows, writtenRows } from './data/rows.ts';
import { addAccount, ended, scan, secondsOf, startScan } from './data/scan.ts';
import { accountId, accountSnapshot } from './data/snapshots.ts';
import { BY_SEVERITY_AND_SERVICE, BY_TEXT_OR_TAG, deepCursor, findingsPage, timesOf } from './findings-page.ts';
import { Product } from './product.ts';
import { pageBesideSql } from './sql-of-page.ts';

const DEPTH = 40_000;
const ACCOUNT = 'query ($id: ID!) { account(id: $id) { id name } }';
const REMOVE = `mutation ($id: ID!, $name: String!) {
  removeAccount(input: { id: $id, confirmName: $name }) { errors { message } }
}`;
/** The numbers of accounts that are added to the fifty, and removed again. */
const LARGE = 100;
const BESIDE = 101;

/** What one run over the filled store shows. Times of pages in milliseconds, of scans in seconds, memory in MB. */
export interface StoreRun {
  readonly findings: number;
  readonly startMs: number;
  readonly idle: readonly number[];
  readonly textOrTag: readonly number[];
  readonly deep: readonly number[];
  readonly whileWriting: readonly number[];
  readonly firstScan: { readonly seconds: number; readonly resources: number; readonly findings: number };
  readonly repeatScan: { readonly seconds: number; readonly writtenRows: number };
  /** Of one page: by the API, and its statements by `pg` alone. */
  readonly beside: { readonly api: readonly number[]; readonly sql: readonly number[]; readonly statements: number };
  readonly memory: { readonly node: number; readonly database: number };
}

let run: Promise<StoreRun> | null = null;

/** Measured once for all figures. */
export function measureStore(): Promise<StoreRun> {
  run ??= populate().then(measure);
  return run;
}

async function measure(): Promise<StoreRun> {
  // Brings the store up to date, and lets Node keep what it compiles.
  await (await Product.start(DATA)).stop();
  const product = await Product.start(DATA);
  try {
    const { totalCount } = await findingsPage(product, '');
    await timesOf(product, BY_SEVERITY_AND_SERVICE, { rounds: 2 });
    const idle = await timesOf(product, BY_SEVERITY_AND_SERVICE, { rounds: 10 });
    const textOrTag = await timesOf(product, BY_TEXT_OR_TAG, { rounds: 5 });
    const after = await deepCursor(product, '', DEPTH);
    const deep = await timesOf(product, [''], { rounds: 100, after });
    const beside = await pageBesideSql(product, 'severity:critical,high service:s3', 100);
    const scans = await ingest(product);
    const whileWriting = await pagesBesideScan(product);
    return {
      findings: totalCount,
      startMs: product.startMs,
      idle,
      textOrTag,
      deep,
      whileWriting,
      beside,
      ...scans,
      memory: product.memory(),
    };
  } finally {
    try {
      await removeAdded(product);
    } finally {
      await product.stop();
    }
  }
}

/** An account of 100,000 resources is scanned for the first time, and again though nothing has changed. */
async function ingest(product: Product): Promise<Pick<StoreRun, 'firstScan' | 'repeatScan'>> {
  const account = accountId(LARGE);
  await addAccount(product, await accountSnapshot(SNAPSHOTS, LARGE, { count: 25_000, neglected: 0 }));
  const first = secondsOf(await scan(product, account));
  const stored = await storedRows(account);
  const before = await writtenRows();
  const again = secondsOf(await scan(product, account));
  return {
    firstScan: { seconds: first, ...stored },
    repeatScan: { seconds: again, writtenRows: (await writtenRows()) - before },
  };
}

async function pagesBesideScan(product: Product): Promise<readonly number[]> {
  await addAccount(product, await accountSnapshot(SNAPSHOTS, BESIDE, { count: 10_000, neglected: 5000 }));
  const scanned = new AbortController();
  const done = ended(product, await startScan(product, accountId(BESIDE))).finally(() => scanned.abort());
  const times: number[] = [];
  while (!scanned.signal.aborted) times.push(...(await timesOf(product, BY_SEVERITY_AND_SERVICE, { rounds: 1 })));
  await done;
  return times;
}

async function removeAdded(product: Product): Promise<void> {
  for (const index of [LARGE, BESIDE]) {
    const { account } = await product.ask<{ account: { id: string; name: string } | null }>(ACCOUNT, {
      id: accountId(index),
    });
    if (account) await product.ask(REMOVE, account);
  }
}
