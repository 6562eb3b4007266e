import { expect, test } from 'vitest';
import { testRunner } from '../testing/scan-runner.ts';
import { addTestAccount } from '../testing/scans.ts';
import { loadDemo } from './demo.ts';

test('an empty store is given the demo account, scanned', async () => {
  const { db, runner, snapshots } = await testRunner();
  await loadDemo(db, runner, snapshots);
  expect(await db.selectFrom('account').selectAll().execute()).toMatchObject([
    {
      external_id: '111122223333',
      partition: 'aws',
      name: 'Acme production (demo)',
      source: 'fixture:acme-production',
    },
  ]);
  expect(await db.selectFrom('scan').select('status').execute()).toEqual([{ status: 'PARTIAL' }]);
  expect(await db.selectFrom('finding').select('id').where('result', '=', 'fail').execute()).not.toEqual([]);
  await loadDemo(db, runner, snapshots);
  expect(await db.selectFrom('scan').select('id').execute()).toHaveLength(1);
});

test('a store with an account of its own is left alone', async () => {
  const { db, runner, snapshots } = await testRunner();
  await addTestAccount(db, 'a.ndjson', '444455556666');
  await loadDemo(db, runner, snapshots);
  expect(await db.selectFrom('account').select('external_id').execute()).toEqual([{ external_id: '444455556666' }]);
});
