import { expect, test } from 'vitest';
import { isOn, type BlockLevel } from './public-access-block.ts';

const on = { RestrictPublicBuckets: true };
const other = { IgnorePublicAcls: true, RestrictPublicBuckets: false };
const missing = { fact: 'publicAccessBlock', reason: 'ACCESS_DENIED', message: 'denied' } as const;
const unread: BlockLevel = { notCollected: missing };

test.each<[string, readonly BlockLevel[], boolean]>([
  ['item 19: one level that has it on decides', [null, on, other], true],
  ['item 19: another setting does not', [other, null], false],
  ['no level at all', [null, undefined], false],
  ['a level that could not be read does not matter beside one that has it on', [unread, on], true],
])('%s', (_name, levels, expected) => expect(isOn('RestrictPublicBuckets', levels)).toBe(expected));

test('what could not be read is missing where nothing else decides', () =>
  expect(isOn('RestrictPublicBuckets', [other, unread])).toEqual([missing]));
