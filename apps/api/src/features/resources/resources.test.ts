import { expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { insertAccount, insertFindings, SEEN_AT } from '../../testing/rows.ts';

const { db } = await testDatabase();
const accountId = await insertAccount(db);
await insertFindings(db, [
  { accountId, resource: 'invoices', config: { policy: null, acl: { Grants: [] } } },
  { accountId, resource: 'invoices', rule: 'aws-s3-one', severity: 'critical' },
  { accountId, resource: 'logs', region: 'us-east-1' },
  { accountId, resource: 'web-1', type: 'AWS::EC2::Instance', service: 'ec2', rule: 'aws-ec2-one' },
  { accountId, resource: 'gone' },
]);
await db
  .updateTable('resource')
  .set({ deleted_at: new Date('2026-11-21T00:00:00Z') })
  .where('name', '=', 'gone')
  .execute();
const { ask } = await testApi({ db });

const LIST = `query ($filter: ResourceFilter, $first: Int, $after: String) { resources(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } nodes { id name } } }`;
const names = async (variables: Record<string, unknown>) =>
  (await ask(LIST, variables)).resources.nodes.map((node: { name: string }) => node.name);

test.each([
  [null, ['web-1', 'invoices', 'logs']],
  [{ service: ['ec2'] }, ['web-1']],
  [{ type: ['AWS::S3::Bucket'], region: ['us-east-1'] }, ['logs']],
  [{ text: 'INVOICE' }, ['invoices']],
  [{ text: '_' }, []],
  [{ ids: ['arn:aws:s3:::logs', 'nonsense'] }, ['logs']],
  [{ account: ['111122223333'], includeDeleted: true }, ['web-1', 'gone', 'invoices', 'logs']],
  [{ account: ['999999999999'] }, []],
])('the filter %j', async (filter, expected) => {
  expect(await names({ filter })).toEqual(expected);
  expect((await ask(LIST, { filter })).resources.totalCount).toBe(expected.length);
});

test('pages go on where the last one ended', async () => {
  const { pageInfo } = (await ask(LIST, { first: 2 })).resources;
  expect(pageInfo.hasNextPage).toBe(true);
  expect(await names({ first: 2, after: pageInfo.endCursor })).toEqual(['logs']);
});

test('one resource, by its id or the cloud’s, with what is wrong with it', async () => {
  const QUERY = `query ($id: ID!) { resource(id: $id) { id externalId type region tags { key value } config firstSeenAt lastSeenAt deletedAt
    account { externalId } findings(filter: {result: []}) { totalCount nodes { severity } } } }`;
  const { resource } = await ask(QUERY, { id: 'arn:aws:s3:::invoices' });
  expect(resource).toMatchObject({
    type: 'AWS::S3::Bucket',
    tags: [{ key: 'env', value: 'prod' }],
    config: { policy: null, acl: { Grants: [] } },
    lastSeenAt: SEEN_AT,
    deletedAt: null,
    account: { externalId: '111122223333' },
    findings: { totalCount: 2, nodes: [{ severity: 'CRITICAL' }, { severity: 'HIGH' }] },
  });
  expect((await ask(QUERY, { id: resource.id })).resource).toEqual(resource);
  expect((await ask(QUERY, { id: 'res_nonsense' })).resource).toBeNull();
});

test('facets leave their own filter out', async () => {
  const { resources } = await ask(`{ resources(filter: {type: ["AWS::S3::Bucket"]}, first: 0) {
    facets(fields: [TYPE, REGION, ACCOUNT]) { field values { value label count selected } } } }`);
  const [type, region, account] = resources.facets;
  expect(type.values).toMatchObject([
    { value: 'AWS::S3::Bucket', count: 2, selected: true },
    { value: 'AWS::EC2::Instance', count: 1, selected: false },
  ]);
  expect(region.values).toMatchObject([
    { value: 'eu-west-1', count: 1 },
    { value: 'us-east-1', count: 1 },
  ]);
  expect(account.values).toMatchObject([{ label: 'Acme', count: 2, selected: false }]);
});

test('any object can be fetched again by its id', async () => {
  const { findings, resources, accounts, rules } = await ask(
    '{ findings { nodes { id } } resources { nodes { id } } accounts { nodes { id } } rules { nodes { id } } }',
  );
  const ids = [findings, resources, accounts, rules].map(({ nodes }) => nodes[0].id);
  const { nodes } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
    ids: [...ids, 'xyz_1', 'fnd_1'],
  });
  const types = ['Finding', 'Resource', 'Account', 'Rule'];
  expect(nodes).toEqual([...ids.map((id, index) => ({ __typename: types[index], id })), null, null]);
  expect((await ask('query ($id: ID!) { node(id: $id) { id } }', { id: ids[0] })).node).toEqual({ id: ids[0] });
});
