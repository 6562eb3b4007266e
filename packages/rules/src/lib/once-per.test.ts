import { expect, test } from 'vitest';
import { oncePer } from './once-per.ts';

test('asks once about each object, whatever is asked in between', () => {
  const asked: string[] = [];
  const lengthOf = oncePer(({ name }: { readonly name: string }) => {
    asked.push(name);
    return name.length;
  });
  const one = { name: 'one' };
  const three = { name: 'three' };
  expect([one, three, one, three].map(lengthOf)).toEqual([3, 5, 3, 5]);
  expect(asked).toEqual(['one', 'three']);
});

test('what is asked about again and again is kept among many', () => {
  const policy = { id: -1 };
  const asked: number[] = [];
  const idOf = oncePer(({ id }: { readonly id: number }) => {
    asked.push(id);
    return id;
  });
  for (let id = 0; id < 10_000; id++) {
    idOf(policy);
    idOf({ id });
  }
  expect(asked.filter((id) => id === policy.id)).toEqual([policy.id]);
});

test('forgets what is not asked about again', () => {
  const asked: number[] = [];
  const idOf = oncePer(({ id }: { readonly id: number }) => {
    asked.push(id);
    return id;
  });
  const first = { id: 0 };
  idOf(first);
  for (let id = 1; id < 10_000; id++) idOf({ id });
  expect(idOf(first)).toBe(0);
  expect(asked.filter((id) => id === 0)).toEqual([0, 0]);
});
