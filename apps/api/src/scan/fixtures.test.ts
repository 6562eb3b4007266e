import { expect, test } from 'vitest';
import { testRunner } from '../testing/scan-runner.ts';
import { addTestAccount } from '../testing/scans.ts';

/** A scan of an account that comes with the product, to its end: its status and how many findings say what. */
async function scanned({ db, start, scan, runner }: Awaited<ReturnType<typeof testRunner>>, account: string) {
  const id = await start([account]);
  await runner.finished(id, 60_000);
  const { status } = await scan(id);
  const findings = await db.selectFrom('finding').select(['result', 'stale']).execute();
  const count = (is: (finding: (typeof findings)[number]) => boolean) => findings.filter(is).length;
  return {
    status,
    failing: count(({ result }) => result === 'fail'),
    stale: count(({ stale }) => stale),
    unknown: count(({ result }) => result === 'unknown'),
    closed: count(({ result }) => result !== 'fail' && result !== 'unknown'),
  };
}

test('acme-clean succeeds, and there is nothing to find', async () => {
  const product = await testRunner();
  const account = await addTestAccount(product.db, 'fixture:acme-clean', '222233334444');
  expect(await scanned(product, account)).toMatchObject({ status: 'SUCCEEDED', failing: 0, unknown: 0, closed: 0 });
});

test('acme-partial after acme-production: nothing counts as fixed for a lost permission', async () => {
  const product = await testRunner();
  const account = await addTestAccount(product.db, 'fixture:acme-production');
  const before = await scanned(product, account);
  expect(before).toMatchObject({ status: 'PARTIAL', stale: 0, closed: 0 });
  await product.db.updateTable('account').set({ source: 'fixture:acme-partial' }).execute();
  const after = await scanned(product, account);
  expect(after).toMatchObject({ status: 'PARTIAL', closed: 0 });
  expect(after.failing).toBeGreaterThanOrEqual(before.failing);
  expect(after.stale).toBeGreaterThan(50);
  expect(after.unknown).toBeGreaterThan(200);
});
