import type { SnapshotHeader } from '@plumbline/model';
import { bucket } from '@plumbline/model/testing';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { AccountRepository } from '../features/accounts/account.repository.ts';
import { testApi } from '../testing/api.ts';
import { SILENT } from '../testing/log.ts';
import { insertAccount, insertFindings } from '../testing/rows.ts';
import { BLOCKS, scanTestbed } from '../testing/scan-testbed.ts';
import { AccountRemovals } from './account-removals.ts';

const EXTERNAL_ID = '111122223333';
const HEADER = { provider: 'aws', partition: 'aws', account: EXTERNAL_ID, regions: [] } as unknown as SnapshotHeader;

const SHOWN = `query ($finding: ID!, $resource: ID!, $scan: ID!) {
  finding(id: $finding) { id } resource(id: $resource) { id } byName: resource(id: "arn:aws:s3:::gone") { id } scan(id: $scan) { id }
  nodes(ids: [$finding, $resource, $scan]) { id } scans { totalCount nodes { id } }
  findings(first: 5) { totalCount resourceCount nodes { message } severityCounts { total } facets(fields: [ACCOUNT]) { values { label } }
    groups(by: RESOURCE) { totalCount nodes { label } } }
  counted: findings(query: "age:>0h") { totalCount nodes { id } }
  resources { totalCount nodes { name } facets(fields: [ACCOUNT]) { values { label } } }
  suggest(text: "tag:go") { suggestions { insert } } posture { openFindings { total } } accounts { nodes { name resourceCount } } }`;

/** What is shown where only the other account is there. */
const OTHER_ALONE = {
  finding: null,
  resource: null,
  byName: null,
  scan: null,
  nodes: [null, null, null],
  scans: { totalCount: 0, nodes: [] },
  findings: {
    totalCount: 1,
    resourceCount: 1,
    nodes: [{ message: 'stays is open.' }],
    severityCounts: { total: 1 },
    facets: [{ values: [{ label: 'Other' }] }],
    groups: { totalCount: 1, nodes: [{ label: 'stays' }] },
  },
  counted: { totalCount: 1, nodes: [{ id: expect.any(String) }] },
  resources: { totalCount: 1, nodes: [{ name: 'stays' }], facets: [{ values: [{ label: 'Other' }] }] },
  suggest: { suggestions: [] },
  posture: { openFindings: { total: 1 } },
  accounts: { nodes: [{ name: 'Other', resourceCount: 1 }] },
};

const open = (name: string) => bucket({ name, publicAccessBlock: null, tags: { [name]: 'yes' } });

/** Two accounts, of two findings and one; the first has been removed by a process that was killed before it deleted anything of it. */
async function halfRemoved() {
  const { db, scan, accountId } = await scanTestbed();
  const { id: scanId } = await scan({ resources: [open('gone'), open('gone-too')] });
  const one = await db
    .selectFrom('finding')
    .innerJoin('resource', 'resource.id', 'resource_id')
    .select(['finding.id', 'resource_id'])
    .where('name', '=', 'gone')
    .executeTakeFirstOrThrow();
  const other = await insertAccount(db, { name: 'Other', externalId: '444455556666' });
  await insertFindings(db, [{ accountId: other, resource: 'stays', rule: BLOCKS }]);
  expect(await new AccountRepository(db).remove(accountId)).toBe(true);
  const { ask } = await testApi({ db, readHeader: async () => HEADER });
  const ids = { finding: `fnd_${one.id}`, resource: `res_${one.resource_id}`, scan: `scn_${scanId}` };
  const add = async () =>
    (await ask('mutation { addAccount(input: {provider: AWS, snapshot: "a.ndjson"}) { errors { code } } }')).addAccount;
  return { db, accountId, shown: () => ask(SHOWN, ids), add };
}

test('nothing of a removed account is shown, though all of it is there still', async () => {
  const { db, shown, add } = await halfRemoved();
  expect(await db.selectFrom('finding').select('id').execute()).toHaveLength(3);
  expect(await shown()).toEqual(OTHER_ALONE);
  expect(await add()).toEqual({ errors: [{ code: 'WRONG_STATE' }] });
});

test('what a stop broke off the next start goes on with, step by step to the end', async () => {
  const { db, accountId, shown, add } = await halfRemoved();
  const stopped = new AccountRemovals(db, SILENT, 1);
  await stopped.resume();
  await stopped.stop();
  expect(await db.selectFrom('finding').select('id').execute()).toHaveLength(2);
  expect(await shown()).toEqual(OTHER_ALONE);
  const removals = new AccountRemovals(db, SILENT, 1);
  await removals.resume();
  await removals.finish(accountId, 60_000);
  for (const table of ['resource', 'finding'] as const)
    expect(await db.selectFrom(table).select('account_id').execute()).not.toContainEqual({ account_id: accountId });
  for (const table of [
    'finding_event',
    'resource_version',
    'scan',
    'scan_event',
    'scan_rollup',
    'scan_pass',
    'removed_account',
  ])
    expect((await sql`select from ${sql.table(table)}`.execute(db)).rows).toEqual([]);
  expect(await shown()).toEqual(OTHER_ALONE);
  expect(await add()).toEqual({ errors: [] });
});
