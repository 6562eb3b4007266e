import { expect, test } from 'vitest';
import { testApi } from '../testing/api.ts';
import { testRunner } from '../testing/scan-runner.ts';
import { addTestAccount } from '../testing/scans.ts';
import { loadDemo } from './demo.ts';

test('an empty store is given the demo account, scanned; once that is removed, it does not come back', async () => {
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

  const { ask } = await testApi({ db, scans: runner });
  const { account } = await ask('{ account(id: "demo") { id name } }');
  const { removeAccount } = await ask(
    'mutation ($input: RemoveAccountInput!) { removeAccount(input: $input) { removedId errors { message } } }',
    { input: { id: account.id, confirmName: account.name } },
  );
  expect(removeAccount).toEqual({ removedId: account.id, errors: [] });
  await loadDemo(db, runner, snapshots);
  for (const table of ['account', 'resource', 'finding', 'finding_event', 'scan', 'scan_open'] as const)
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  expect(await ask('{ serverInfo { demo } findings { totalCount } posture { score } }')).toEqual({
    serverInfo: { demo: false },
    findings: { totalCount: 0 },
    posture: { score: null },
  });
});

test('a store with an account of its own is left alone', async () => {
  const { db, runner, snapshots } = await testRunner();
  await addTestAccount(db, 'a.ndjson', '444455556666');
  await loadDemo(db, runner, snapshots);
  expect(await db.selectFrom('account').select('external_id').execute()).toEqual([{ external_id: '444455556666' }]);
});
