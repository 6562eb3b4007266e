import { account, bucket, notCollected } from '@plumbline/model/testing';
import { rules } from '@plumbline/rules';
import { expect, test } from 'vitest';
import { snapshotText } from '../../testing/scans.ts';
import { BLOCKS, scanTestbed } from '../../testing/scan-testbed.ts';

const HEALTHY_ACCOUNT = account({ s3PublicAccessBlock: null });

test('characters that PostgreSQL has no place for are replaced', async () => {
  const { db, scan, gaps } = await scanTestbed();
  const policy = { Version: '2012-10-17', Statement: [{ Sid: 'a\0b', Effect: 'Deny' as const }] };
  const tags = { 'k\0': 'v\0', half: '\ud800' };
  const refused = { notCollected: { reason: 'TIMEOUT', action: 's3:\0', message: 'late\0' } } as const;
  const resources = [
    HEALTHY_ACCOUNT,
    bucket({ publicAccessBlock: null, policy, tags }),
    bucket({ publicAccessBlock: refused, name: 'refused' }),
  ];
  expect(await scan({ resources })).toMatchObject({ status: 'PARTIAL' });
  expect(await gaps()).toMatchObject([{ action: 's3:\ufffd', message: 'late\ufffd' }]);
  const stored = await db
    .selectFrom('resource')
    .selectAll()
    .where('name', '=', 'acme-invoices')
    .executeTakeFirstOrThrow();
  expect(stored.tags).toEqual({ 'k\ufffd': 'v\ufffd', half: '\ufffd' });
  expect(stored.config).toMatchObject({ policy: { Statement: [{ Sid: 'a\ufffdb' }] } });
  const found = await db.selectFrom('finding').select('search').where('result', '=', 'fail').executeTakeFirst();
  expect(found?.search).toContain('k\ufffd=v\ufffd');
  await scan({ resources });
  expect(await db.selectFrom('resource_version').selectAll().execute()).toEqual([]);
});

test('the same facts in another order of keys are the same facts', async () => {
  const { db, scanText } = await scanTestbed();
  const text = snapshotText({ resources: [HEALTHY_ACCOUNT, bucket()] });
  await scanText(text);
  const turned = text.replace(
    '"BlockPublicAcls":true,"BlockPublicPolicy":true',
    '"BlockPublicPolicy":true,"BlockPublicAcls":true',
  );
  expect(turned).not.toBe(text);
  await scanText(turned);
  expect(await db.selectFrom('resource_version').selectAll().execute()).toEqual([]);
});

test('what could not be read is one gap for each fact, region and reason', async () => {
  const { scan, gaps, db } = await scanTestbed();
  const denied = { publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') };
  const registry = rules.filter(({ id }) => id === BLOCKS).flatMap((rule) => [rule, { ...rule, id: `${rule.id}-too` }]);
  const snapshot = {
    resources: [
      account({ s3PublicAccessBlock: notCollected('s3:GetAccountPublicAccessBlock', 'THROTTLED') }),
      bucket({ ...denied, name: 'a' }),
      bucket({ ...denied, name: 'b' }),
      bucket({ ...denied, name: 'c', region: 'us-east-1' }),
      bucket({ publicAccessBlock: null, name: 'd' }),
    ],
    regions: ['eu-west-1', 'us-east-1'],
  };
  const { id } = await scan(snapshot, { registry });
  const action = 's3:GetBucketPublicAccessBlock';
  const fact = 'AWS::S3::Bucket.publicAccessBlock';
  const expected = [
    { service: 's3', region: 'eu-west-1', action, kind: 'ACCESS_DENIED', fact, resources: 2, affected_rules: 2 },
    {
      service: 'account',
      region: 'global',
      action: 's3:GetAccountPublicAccessBlock',
      kind: 'THROTTLED',
      fact: 'AWS::Account.s3PublicAccessBlock',
      resources: 4,
      affected_rules: 2,
    },
    { service: 's3', region: 'us-east-1', action, kind: 'ACCESS_DENIED', fact, resources: 1, affected_rules: 2 },
  ];
  expect(await gaps()).toMatchObject(expected);
  const told = await db
    .selectFrom('scan_event')
    .select('payload')
    .where('scan_id', '=', id)
    .where('kind', '=', 'gap')
    .execute();
  expect(told.map(({ payload }) => payload)).toMatchObject(expected);
});

test('a line that cannot be used is a gap, and what it may have been is not taken as gone', async () => {
  const { scan, scanText, gaps, finding } = await scanTestbed();
  await scan({ resources: [HEALTHY_ACCOUNT, bucket({ publicAccessBlock: null })] });
  const line = '{"type":"AWS::S3::Bucket","name":"acme-invoices","region":"eu-west-1","facets":{}}\n';
  const ended = await scanText(snapshotText({ resources: [HEALTHY_ACCOUNT] }) + line);
  expect(ended).toMatchObject({ status: 'PARTIAL' });
  expect(await gaps()).toMatchObject([
    { service: 's3', kind: 'MALFORMED', message: expect.stringContaining('Line 5:'), resources: 1, affected_rules: 1 },
    { service: 's3', region: 'global', kind: 'MALFORMED', resources: null },
  ]);
  expect(await finding()).toMatchObject({ result: 'fail', stale: true });
});

test('resources of types that no rule knows are kept and counted', async () => {
  const { db, scan } = await scanTestbed();
  const group = { type: 'AWS::Logs::LogGroup', region: 'eu-west-1', tags: {}, facets: { group: { storedBytes: 1 } } };
  const ended = await scan({
    resources: [
      { ...group, id: 'a', name: 'a' },
      { ...group, id: 'b', name: 'b' },
    ],
  });
  expect(ended).toMatchObject({ status: 'SUCCEEDED' });
  const kept = await db.selectFrom('resource').select(['service', 'config']).execute();
  expect(kept).toEqual(Array.from({ length: 2 }, () => ({ service: 'logs', config: group.facets })));
  const logs = await db.selectFrom('scan_event').select('payload').where('kind', '=', 'log').execute();
  expect(logs.at(-1)?.payload).toEqual({
    level: 'INFO',
    message: '2 resources of types that no rule knows: AWS::Logs::LogGroup (2)',
  });
});

test('a resource that comes twice counts once, and is told', async () => {
  const { db, scan, gaps } = await scanTestbed();
  const twice = [HEALTHY_ACCOUNT, bucket(), bucket({ publicAccessBlock: null })];
  expect(await scan({ resources: twice })).toMatchObject({ status: 'PARTIAL' });
  expect(await gaps()).toMatchObject([
    { kind: 'MALFORMED', affected_rules: 0, message: expect.stringContaining('Line 6:') },
  ]);
  expect(await db.selectFrom('finding').selectAll().execute()).toEqual([]);
});

test('a rule that fails itself is a gap of its own, and says so', async () => {
  const { scan, gaps, finding } = await scanTestbed();
  const registry = rules
    .filter(({ id }) => id === BLOCKS)
    .map((rule) => ({
      ...rule,
      evaluate: () => {
        throw new Error('oops');
      },
    }));
  expect(await scan({ resources: [bucket()] }, { registry })).toMatchObject({ status: 'PARTIAL' });
  expect(await gaps()).toMatchObject([{ service: 's3', kind: 'RULE_FAULT', fact: BLOCKS, resources: 1 }]);
  expect(await finding()).toMatchObject({ result: 'unknown', message: expect.stringContaining('oops') });
});

test('a resource that is nested without end fails the scan, and is named', async () => {
  const { scanText } = await scanTestbed();
  const text = snapshotText({ resources: [HEALTHY_ACCOUNT, bucket({ acl: { Grants: [] } })] });
  const deep = text.replace('"Grants":[]', `"Grants":${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  expect(await scanText(deep)).toMatchObject({
    status: 'FAILED',
    failure: {
      code: 'TOO_DEEP',
      message: expect.stringContaining('AWS::S3::Bucket arn:aws:s3:::acme-invoices') as string,
    },
  });
});
