import { expect, test } from 'vitest';
import { SeenIds } from './seen-ids.ts';

const ids = [
  ...Array.from({ length: 5000 }, (_, index) => `arn:aws:ec2:eu-west-1:111122223333:instance/i-${index}`),
  ...Array.from({ length: 5000 }, (_, index) => `arn:aws:iam::111122223333:role/path-${index}/name`),
  ...Array.from({ length: 100 }, (_, index) => `${'ü'.repeat(700)}${index}`),
  'name',
  'ma:ne',
  'ma/ne',
  ':',
  '/',
];

test('knows each of many ids again, and none that it has not seen', () => {
  const seen = new SeenIds();
  expect(ids.map((id, index) => seen.lineBefore(id, index + 1, 2 * index + 2))).toEqual(ids.map(() => undefined));
  expect(ids.map((id) => seen.lineBefore(id, -1, 1))).toEqual(ids.map((_, index) => 2 * index + 2));
  expect(seen.lineBefore('arn:aws:ec2:eu-west-1:111122223333:instance/i-5000', 1, 2)).toBeUndefined();
});

test('an id that is read again where it was is not there twice', () => {
  const seen = new SeenIds();
  const read = (record: number, line: number) => seen.lineBefore('name', record, line);
  expect([read(1, 7), read(2, 7)]).toEqual([undefined, 7]);
  expect([read(1, 7), read(2, 7)]).toEqual([undefined, 7]);
});
