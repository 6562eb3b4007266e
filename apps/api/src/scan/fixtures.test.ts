import { expect, test } from 'vitest';
import { testRunner } from '../testing/scan-runner.ts';
import { addTestAccount } from '../testing/scans.ts';

/** A scan of an account that comes with the product, to its end: its status and how many findings say what. */
async function scanned({ db, start, scan, runner }: Awaited<ReturnType<typeof testRunner>>, account: string) {
  const id = await start([account]);
  await runner.finished(id, 60_000);
  const { status } = await scan(id);
  const rows = await db
    .selectFrom('finding')
    .select(({ fn }) => ['result', 'stale', fn.countAll<number>().as('n')])
    .groupBy(['result', 'stale'])
    .execute();
  const count = (result: string, stale = false) =>
    Number(rows.find((row) => row.result === result && row.stale === stale)?.n ?? 0);
  const open = count('fail') + count('fail', true) + count('unknown');
  const closed = rows.reduce((sum, { n }) => sum + Number(n), 0) - open;
  return { status, failing: count('fail'), stale: count('fail', true), unknown: count('unknown'), closed, open };
}

test('acme-clean succeeds, and there is nothing to find', async () => {
  const product = await testRunner();
  const account = await addTestAccount(product.db, 'fixture:acme-clean', '222233334444');
  expect(await scanned(product, account)).toMatchObject({ status: 'SUCCEEDED', open: 0, closed: 0 });
});

test('acme-partial after acme-production: nothing counts as fixed for a lost permission', async () => {
  const product = await testRunner();
  const account = await addTestAccount(product.db, 'fixture:acme-production');
  const before = await scanned(product, account);
  expect(before).toMatchObject({ status: 'PARTIAL', stale: 0, closed: 0 });
  await product.db.updateTable('account').set({ source: 'fixture:acme-partial' }).execute();
  const after = await scanned(product, account);
  expect(after).toMatchObject({ status: 'PARTIAL', closed: 0 });
  expect(after.failing + after.stale).toBeGreaterThanOrEqual(before.failing);
  expect(after.stale).toBeGreaterThan(50);
  expect(after.unknown).toBeGreaterThan(200);
});
