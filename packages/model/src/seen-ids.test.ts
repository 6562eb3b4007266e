import { expect, test } from 'vitest';
import { SnapshotIds } from './seen-ids.ts';

const ids = [
  ...Array.from({ length: 5000 }, (_, index) => `arn:aws:ec2:eu-west-1:111122223333:instance/i-${index}`),
  ...Array.from({ length: 5000 }, (_, index) => `arn:aws:iam::111122223333:role/path-${index}/name`),
  ...Array.from({ length: 100 }, (_, index) => `${'ü'.repeat(700)}${index}`),
  'name',
];

test('knows each of many ids of a type again, in this reading and in one that follows', () => {
  const seen = new SnapshotIds();
  const readOnce = () => ids.map((id, index) => seen.lineBefore('T', id, index + 1, index + 2));
  const readAgain = () => ids.map((id, index) => seen.lineBefore('T', id, ids.length + index + 1, 7));
  const lines = ids.map((_, index) => index + 2);
  expect(readOnce().filter((line) => line !== undefined)).toEqual([]);
  expect(readAgain()).toEqual(lines);
  expect(readOnce().filter((line) => line !== undefined)).toEqual([]);
  expect(readAgain()).toEqual(lines);
  expect(seen.lineBefore('T', 'another', 2 * ids.length + 1, 9)).toBeUndefined();
});

test('an id of another type is another id', () => {
  const seen = new SnapshotIds();
  expect([seen.lineBefore('T', 'name', 1, 2), seen.lineBefore('U', 'name', 2, 3)]).toEqual([undefined, undefined]);
});

test('an id that is read again where it was is not there twice, also of a reading that ended early', () => {
  const seen = new SnapshotIds();
  const read = (record: number) => seen.lineBefore('T', 'name', record, 7);
  expect(read(1)).toBeUndefined();
  expect([read(1), read(2)]).toEqual([undefined, 7]);
  expect([read(1), read(2), read(3)]).toEqual([undefined, 7, 7]);
});
