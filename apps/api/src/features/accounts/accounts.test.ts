import { expect, test } from 'vitest';
import { DEMO_SOURCE } from '../../scan/demo.ts';
import { testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { insertAccount, insertFindings } from '../../testing/rows.ts';
import { snapshotDirectory, snapshotText } from '../../testing/scans.ts';

const FIELDS =
  'account { id externalId name regions connection { method principal } } errors { code path message hint }';

async function accountsApi() {
  const { db } = await testDatabase();
  const snapshots = snapshotDirectory();
  const api = await testApi({ db, snapshotDirectory: snapshots.directory });
  const change = (name: string, type: string) => async (input: Record<string, unknown>) =>
    (await api.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${FIELDS} } }`, { input }))[name];
  const remove = async (input: Record<string, unknown>) =>
    (
      await api.ask(
        'mutation ($input: RemoveAccountInput!) { removeAccount(input: $input) { removedId errors { code } } }',
        { input },
      )
    ).removeAccount;
  const add = change('addAccount', 'AddAccountInput');
  return { db, snapshots, ...api, add, update: change('updateAccount', 'UpdateAccountInput'), remove };
}

test('an account is added from its snapshot', async () => {
  const { snapshots, add } = await accountsApi();
  snapshots.write('acme.ndjson', snapshotText({ account: '123456789012' }));
  const { account, errors } = await add({ provider: 'AWS', name: ' Acme ', snapshot: 'acme.ndjson' });
  expect(errors).toEqual([]);
  expect(account).toMatchObject({
    externalId: '123456789012',
    name: 'Acme',
    regions: [],
    connection: { method: 'SNAPSHOT_FILE', principal: 'acme.ndjson' },
  });
});

test('an account without a name has the number of the cloud', async () => {
  const { snapshots, add } = await accountsApi();
  snapshots.write('acme.ndjson', snapshotText({ account: '123456789012' }));
  expect((await add({ provider: 'AWS', snapshot: 'acme.ndjson' })).account.name).toBe('123456789012');
});

test('a broken snapshot is told with file and line', async () => {
  const { snapshots, add } = await accountsApi();
  snapshots.write('broken.ndjson', 'this is no snapshot\n{"type":\n');
  const { account, errors } = await add({ provider: 'AWS', snapshot: 'broken.ndjson' });
  expect(account).toBeNull();
  expect(errors).toEqual([
    expect.objectContaining({
      code: 'INVALID',
      path: ['input', 'snapshot'],
      message: expect.stringMatching(/^broken\.ndjson line 1: /),
    }),
  ]);
});

test.each([
  [{ snapshot: 'missing.ndjson' }, 'NOT_FOUND'],
  [{ snapshot: '../acme.ndjson' }, 'INVALID'],
  [{ snapshot: '/etc/passwd' }, 'INVALID'],
  [{}, 'INVALID'],
])('%j is refused as %s', async (input, code) => {
  const { add, db } = await accountsApi();
  const { errors } = await add({ provider: 'AWS', ...input });
  expect(errors).toEqual([expect.objectContaining({ code, path: ['input', 'snapshot'] })]);
  expect(await db.selectFrom('account').selectAll().execute()).toEqual([]);
});

test('an account that is there already, and regions that its snapshot does not have, are refused', async () => {
  const { snapshots, add } = await accountsApi();
  snapshots.write('acme.ndjson', snapshotText({ regions: ['eu-west-1'] }));
  const elsewhere = await add({ provider: 'AWS', snapshot: 'acme.ndjson', regions: ['us-east-1'] });
  expect(elsewhere.errors).toEqual([expect.objectContaining({ code: 'INVALID', hint: 'It has eu-west-1.' })]);
  await add({ provider: 'AWS', name: 'Acme', snapshot: 'acme.ndjson', regions: ['eu-west-1'] });
  const again = await add({ provider: 'AWS', snapshot: 'acme.ndjson' });
  expect(again.errors).toEqual([
    expect.objectContaining({ code: 'CONFLICT', message: expect.stringContaining('"Acme"') }),
  ]);
});

test('what is given is changed, and the rest stays', async () => {
  const { snapshots, add, update } = await accountsApi();
  snapshots.write('old.ndjson', snapshotText({}));
  snapshots.write('new.ndjson', snapshotText({}));
  snapshots.write('other.ndjson', snapshotText({ account: '999999999999' }));
  const { id } = (await add({ provider: 'AWS', name: 'Acme', snapshot: 'old.ndjson', regions: ['eu-west-1'] })).account;
  const renamed = await update({ id, name: 'Acme production' });
  expect(renamed.account).toMatchObject({
    name: 'Acme production',
    regions: ['eu-west-1'],
    connection: { principal: 'old.ndjson' },
  });
  const moved = await update({ id, snapshot: 'new.ndjson', regions: [] });
  expect(moved.account).toMatchObject({
    name: 'Acme production',
    regions: [],
    connection: { principal: 'new.ndjson' },
  });
  expect((await update({ id, snapshot: 'other.ndjson' })).errors).toEqual([
    expect.objectContaining({ code: 'CONFLICT' }),
  ]);
  expect((await update({ id: 'acc_nonsense', name: 'x' })).errors).toEqual([
    expect.objectContaining({ code: 'NOT_FOUND' }),
  ]);
});

test('an account goes with all that hangs on it, once its name is typed', async () => {
  const { db, remove, ask } = await accountsApi();
  await insertFindings(db, [{ accountId: await insertAccount(db, { name: 'Acme' }) }]);
  const { id } = (await ask('{ account(id: "111122223333") { id } }')).account;
  expect((await remove({ id, confirmName: 'acme' })).errors).toEqual([{ code: 'INVALID' }]);
  expect(await remove({ id, confirmName: 'Acme' })).toEqual({ removedId: id, errors: [] });
  for (const table of ['account', 'resource', 'finding', 'finding_count'] as const)
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
});

test('an account is not removed while it is scanned', async () => {
  const { db, remove } = await accountsApi();
  const account = await insertAccount(db, { name: 'Acme' });
  const scan = '00000000-0000-4000-8000-000000000001';
  await db.insertInto('scan').values({ id: scan, status: 'RUNNING', scope: '{}', failure: null }).execute();
  const part = { scan_id: scan, account_id: account, progress: '{}', failure: null } as const;
  await db
    .insertInto('scan_account')
    .values({ ...part, status: 'RUNNING' })
    .execute();
  expect((await remove({ id: '111122223333', confirmName: 'Acme' })).errors).toEqual([{ code: 'WRONG_STATE' }]);
  await db.updateTable('scan_account').set({ status: 'SUCCEEDED' }).execute();
  expect((await remove({ id: '111122223333', confirmName: 'Acme' })).errors).toEqual([]);
  expect(await db.selectFrom('scan').selectAll().execute()).toEqual([]);
});

test('accounts are listed by name, with what they hold, and found by what they are called', async () => {
  const { db, ask } = await accountsApi();
  const demo = await insertAccount(db, { name: 'Demo', source: DEMO_SOURCE });
  await insertAccount(db, { name: 'Alpha', externalId: '999999999999' });
  await insertFindings(db, [
    { accountId: demo, resource: 'a', severity: 'critical' },
    { accountId: demo, resource: 'b', result: 'unknown' },
  ]);
  const list = await ask(
    '{ accounts { totalCount nodes { name resourceCount lastScan { id } openFindings { critical total } } } serverInfo { demo } }',
  );
  expect(list.serverInfo.demo).toBe(true);
  expect(list.accounts).toEqual({
    totalCount: 2,
    nodes: [
      { name: 'Alpha', resourceCount: 0, lastScan: null, openFindings: { critical: 0, total: 0 } },
      { name: 'Demo', resourceCount: 2, lastScan: null, openFindings: { critical: 1, total: 1 } },
    ],
  });
  const found =
    await ask(`{ demo: account(id: "demo") { name connection { method } } number: account(id: "999999999999") { name }
    none: account(id: "none") { name } text: accounts(filter: {text: "ALP"}) { nodes { name } } }`);
  expect(found).toEqual({
    demo: { name: 'Demo', connection: { method: 'DEMO' } },
    number: { name: 'Alpha' },
    none: null,
    text: { nodes: [{ name: 'Alpha' }] },
  });
});
