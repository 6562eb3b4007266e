import path from 'node:path';
import { run } from '../run.ts';
import { atMost, type Benchmark } from '../figure.ts';

const rulesPackage = path.resolve(import.meta.dirname, '../..');

export const tools: readonly Benchmark[] = [
  {
    name: 'type check of the rules package',
    unit: 's',
    goal: atMost(10),
    note: 'From nothing, as after a checkout.',
    measure: async () => ({ value: (await run('npx', ['tsc', '--incremental', 'false'], rulesPackage)).wall / 1000 }),
  },
  {
    name: 'tests of the rules package',
    unit: 's',
    goal: atMost(20),
    note: 'As `npm test` runs them, without the long run of the property tests.',
    measure: async () => ({ value: (await run('npm', ['test', '--silent'], rulesPackage)).wall / 1000 }),
  },
];
