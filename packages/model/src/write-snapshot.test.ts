import { expect, test } from 'vitest';
import { snapshotLine } from './write-snapshot.ts';

const header = {
  format: 'plumbline-snapshot',
  version: 1,
  provider: 'aws',
  partition: 'aws',
  account: '111122223333',
  regions: ['us-east-1', 'eu-west-1'],
  collectedAt: '2026-11-20T08:00:00Z',
} as const;

test('a header has its keys in the order of the format, however they were given', () => {
  const { format, ...rest } = header;
  expect(snapshotLine({ ...rest, format })).toBe(
    '{"format":"plumbline-snapshot","version":1,"provider":"aws","partition":"aws","account":"111122223333","regions":["us-east-1","eu-west-1"],"collectedAt":"2026-11-20T08:00:00Z"}\n',
  );
});

test('a resource has its identity first, and what is in it sorted; lists keep their order', () => {
  const resource = {
    facets: { policy: null, acl: { Owner: { ID: '1' }, Grants: [{ b: 2, a: 1 }, 'z', 'a'] } },
    tags: { team: 'pay', env: 'prod' },
    region: 'eu-west-1',
    name: 'invoices',
    id: 'arn:aws:s3:::invoices',
    type: 'AWS::S3::Bucket',
  };
  expect(snapshotLine(resource)).toBe(
    '{"type":"AWS::S3::Bucket","id":"arn:aws:s3:::invoices","name":"invoices","region":"eu-west-1","tags":{"env":"prod","team":"pay"},"facets":{"acl":{"Grants":[{"a":1,"b":2},"z","a"],"Owner":{"ID":"1"}},"policy":null}}\n',
  );
});

test('a listing says why it is not complete only when it is not', () => {
  const complete = { complete: true, region: 'global', type: 'AWS::S3::Bucket' };
  expect(snapshotLine({ listing: complete })).toBe(
    '{"listing":{"type":"AWS::S3::Bucket","region":"global","complete":true}}\n',
  );
  const notCollected = { reason: 'ACCESS_DENIED', message: 'no', action: 's3:ListAllMyBuckets' } as const;
  expect(snapshotLine({ listing: { ...complete, complete: false, notCollected } })).toBe(
    '{"listing":{"type":"AWS::S3::Bucket","region":"global","complete":false,"notCollected":{"action":"s3:ListAllMyBuckets","message":"no","reason":"ACCESS_DENIED"}}}\n',
  );
});

test('a key `__proto__` is content like any other', () => {
  const facets = JSON.parse('{"b":1,"__proto__":{"a":1}}') as Record<string, unknown>;
  const line = snapshotLine({ type: 'T', id: 'i', name: 'n', region: 'global', tags: {}, facets });
  expect(line).toContain('"facets":{"__proto__":{"a":1},"b":1}');
});

test('characters that could end a line are escaped', () => {
  const line = snapshotLine({ type: 'T', id: 'i', name: 'a\nb', region: 'global', tags: {}, facets: {} });
  expect(line.indexOf('\n')).toBe(line.length - 1);
});
