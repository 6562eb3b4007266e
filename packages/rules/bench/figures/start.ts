import { account, best, node, scanBundle, scanSource } from '../run.ts';
import { atMost, type Benchmark } from '../figure.ts';

const TIMES = 10;

async function coldScan(script: string): Promise<number> {
  const file = await account(1000);
  return best(TIMES, async () => (await node(script, 'count', file)).wall);
}

export const start: readonly Benchmark[] = [
  {
    name: 'cold scan of N = 1,000',
    unit: 'ms',
    goal: atMost(300),
    limit:
      'a quarter of it is the rules, in code that the engine has not optimized yet; another parses each line twice, once for each pass; a sixth makes the indexes of the first pass; the rest is the start of Node and of the rules, what reads the file, and the collector.',
    note: `From the start of a process to its end, all rules over 4,000 resources, bundled into one file, with what Node compiled at an earlier start. The best of ${TIMES} runs.`,
    measure: async () => ({ value: await coldScan(await scanBundle()) }),
  },
  {
    name: 'cold scan of N = 1,000 from source',
    unit: 'ms',
    goal: null,
    note: 'The same from the TypeScript files as they lie here, each of which Node reads.',
    measure: async () => ({ value: await coldScan(scanSource) }),
  },
];
