import { expect, test } from 'vitest';
import { KeyTable } from './key-table.ts';
import { Projections } from './projections.ts';
import { Targets } from './targets.ts';

test('a key finds its targets in the order they came in', () => {
  const table = new KeyTable();
  const keys = Array.from({ length: 500 }, (_, index) => `sg-${index}`);
  for (const target of [7, 3, 1000]) for (const key of keys) if (target !== 3 || key !== 'sg-1') table.add(key, target);
  expect(table.find('sg-0')).toEqual([7, 3, 1000]);
  expect(table.find('sg-1')).toEqual([7, 1000]);
  expect(table.find('sg-499')).toEqual([7, 3, 1000]);
  expect(table.find('sg-500')).toEqual([]);
});

test('a key of which only the first target is asked for keeps that one', () => {
  const table = new KeyTable();
  for (const target of [0, 5]) for (const key of ['a', 'b']) table.addFirst(key, target);
  expect([table.find('a'), table.find('b'), table.find('c')]).toEqual([[0], [0], []]);
});

test('targets are who they were, whether their id ends with their name or not', () => {
  const targets = new Targets('AWS::S3::Bucket', true);
  const all = Array.from({ length: 3000 }, (_, index) => ({
    type: 'AWS::S3::Bucket',
    id: `arn:aws:s3:::acme-${index}`,
    name: index % 3 === 0 ? `acme-${index}` : index % 3 === 1 ? 'ünlike' : '',
    region: index % 2 === 0 ? 'eu-west-1' : `region-${index}`,
  }));
  expect(all.map((each) => targets.add(each))).toEqual(all.map((_, index) => index));
  expect(all.slice(-1).map((each) => targets.add(each))).toEqual([2999]);
  expect(all.map((_, index) => targets.identity(index))).toEqual(all);
  expect(targets.find('arn:aws:s3:::acme-2999')).toBe(2999);
  expect(targets.find('arn:aws:s3:::acme-3000')).toBe(-1);
});

test('what is kept reads as it was; of what is alike there is one', () => {
  const projections = new Projections();
  const values = [
    { policy: null },
    { policy: 'ü\ud83d' },
    'x'.repeat(300_000),
    ...Array.from({ length: 3000 }, (_, index) => ({ index, text: 'y'.repeat(index) })),
  ];
  const numbers = values.map((value) => projections.add(value));
  expect(numbers).not.toContain(0);
  expect(numbers.map((number) => projections.get(number))).toEqual(values);
  expect(projections.get(projections.add({ policy: null }))).toBe(projections.get(numbers[0] ?? 0));
});
