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
  expect(ids.map((id, index) => seen.firstLine(id, index))).toEqual(ids.map(() => undefined));
  expect(ids.map((id) => seen.firstLine(id, -1))).toEqual(ids.map((_, index) => index));
  expect(seen.firstLine('arn:aws:ec2:eu-west-1:111122223333:instance/i-5000', 1)).toBeUndefined();
});
