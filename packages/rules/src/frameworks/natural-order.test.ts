import { expect, test } from 'vitest';
import { FRAMEWORKS } from './frameworks.ts';
import { naturalOrder } from './natural-order.ts';

test('orders what every framework names as people do', () => {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const names = FRAMEWORKS.flatMap(({ version, requirements }) => [
    version,
    ...requirements.map(({ number }) => number),
  ]);
  const all = [...new Set(names)].toReversed();
  expect(all.length).toBeGreaterThan(1000);
  expect(all.toSorted(naturalOrder)).toEqual(all.toSorted(compare));
});
