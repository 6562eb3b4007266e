import { expect, test } from 'vitest';
import { RecordParser } from './parse-record.ts';
import { SnapshotIds } from './seen-ids.ts';
import type { SnapshotProblem } from './snapshot.ts';

const BUCKET = {
  type: 'AWS::S3::Bucket',
  id: 'arn:aws:s3:::acme',
  name: 'acme',
  region: 'eu-west-1',
  facets: { policy: null },
};
const S3 = { type: 'AWS::S3::Bucket', region: 'eu-west-1' };
const cases: [what: string, part: unknown, message: RegExp, doubts: SnapshotProblem['doubts']][] = [
  ['a resource without id', { ...BUCKET, id: undefined }, /"id" is missing/, S3],
  ['a resource with an empty id', { ...BUCKET, id: '' }, /"id" must be/, S3],
  ['a resource with a NUL in its id', { ...BUCKET, id: 'a\0' }, /"id" must be/, S3],
  ['a resource with half a character in its name', { ...BUCKET, name: '\ud83d' }, /"name" must be/, S3],
  ['a resource with an endless id', { ...BUCKET, id: 'x'.repeat(3000) }, /"id" must be/, S3],
  ['a resource without region', { ...BUCKET, region: null }, /"region" must be.*acme/, { type: S3.type }],
  ['a resource without type', { ...BUCKET, type: undefined }, /"type" is missing/, 'everything'],
  ['a resource without facets', { ...BUCKET, facets: undefined }, /"facets" is missing/, S3],
  ['a resource with facets in a list', { ...BUCKET, facets: [] }, /"facets" must be/, S3],
  ['a resource with tags in a list', { ...BUCKET, tags: [{ Key: 'a', Value: 'b' }] }, /"tags" must be/, S3],
  ['a resource with a tag that is no text', { ...BUCKET, tags: { a: 1 } }, /"tags" must be/, S3],
  ['a listing that does not say whether', { listing: S3 }, /"complete" is missing/, S3],
  ['a listing without region', { listing: { type: 'T', complete: true } }, /"region"/, { type: 'T' }],
  ['a listing of nothing', { listing: {} }, /"type"/, 'everything'],
  ['a listing that is none', { listing: 5 }, /must be an object/, 'everything'],
  [
    'a listing with an unknown reason',
    { listing: { ...S3, complete: false, notCollected: { reason: 'TIRED', message: '' } } },
    /"notCollected.reason" must be one of ACCESS_DENIED/,
    S3,
  ],
  [
    'a listing that contradicts itself',
    { listing: { ...S3, complete: true, notCollected: { reason: 'TIMEOUT', message: '' } } },
    /complete and not collected/,
    S3,
  ],
  ['something else', { hello: 'world' }, /neither a resource nor a listing: {"hello":"world"}/, 'everything'],
  ['no object', [1], /neither/, 'everything'],
  ['null', null, /neither/, 'everything'],
];

test.each(cases)('%s cannot be used', (_, part, message, doubts) => {
  const recorded: unknown = JSON.parse(JSON.stringify(part));
  expect(new RecordParser(new SnapshotIds()).parse(recorded, 2)).toEqual({
    kind: 'problem',
    problem: { line: 2, message: expect.stringMatching(message) as unknown, doubts },
  });
});

test('of a resource that comes twice the first counts, and nothing is missing for it', () => {
  const parser = new RecordParser(new SnapshotIds());
  expect(parser.parse(BUCKET, 2).kind).toBe('resource');
  expect(parser.parse({ ...BUCKET, type: 'Other' }, 3).kind).toBe('resource');
  expect(parser.parse({ ...BUCKET, name: 'again' }, 4)).toEqual({
    kind: 'problem',
    problem: {
      line: 4,
      message: 'AWS::S3::Bucket "arn:aws:s3:::acme" is in line 2 already; only that one counts',
      doubts: 'nothing',
    },
  });
});

test('a resource that was left out is not the first of two', () => {
  const parser = new RecordParser(new SnapshotIds());
  parser.parse({ ...BUCKET, facets: 1 }, 2);
  expect(parser.parse(BUCKET, 3).kind).toBe('resource');
});

test('a second header is the end of it', () => {
  expect(() => new RecordParser(new SnapshotIds()).parse({ format: 'plumbline-snapshot' }, 9)).toThrow(
    expect.objectContaining({ name: 'SnapshotError', code: 'NOT_A_SNAPSHOT', line: 9 }),
  );
});
