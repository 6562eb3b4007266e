import { readFileSync } from 'node:fs';
import { account } from '../run.ts';
import type { Benchmark } from '../figure.ts';

export const sizes: readonly Benchmark[] = [
  {
    name: 'median line',
    unit: 'bytes',
    goal: null,
    note: 'Of the accounts that are measured here: N buckets, N security groups, N instances and N roles, no two alike, with the policies, networks and listings that they refer to. About one evaluation in ten is a failure.',
    measure: async () => {
      const lines = readFileSync(await account(10_000), 'utf8')
        .trimEnd()
        .split('\n');
      const lengths = lines.map((line) => Buffer.byteLength(line)).toSorted((a, b) => a - b);
      const mean = lengths.reduce((total, length) => total + length, 0) / lengths.length;
      return { value: lengths[lengths.length >> 1] ?? 0, found: `The mean: ${Math.round(mean)} bytes.` };
    },
  },
];
