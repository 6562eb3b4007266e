import path from 'node:path';
import { account, best, run } from '../run.ts';
import { atLeast, type Benchmark } from '../figure.ts';

const script = path.join(import.meta.dirname, '../scan-threads.ts');

/** Without threads of V8's own one thread has one core, as each of two has. */
const ONE_CORE = ['--single-threaded'];

/** How many times as fast two threads are as one. */
async function gain(file: string, flags: readonly string[]): Promise<number> {
  const [one, two] = [1, 2].map((count) => async () => {
    return Number((await run(process.execPath, [...flags, script, file, String(count)])).output);
  }) as [() => Promise<number>, () => Promise<number>];
  return (await best(3, one)) / (await best(3, two));
}

export const threads: Benchmark = {
  name: 'two threads',
  unit: '× as fast',
  goal: atLeast(1.6),
  note: "Two worker threads, each over half of the bytes of N = 100,000, against one thread over all, with the engine's functions: the rules that need no relation, as an index of relations would have to be made by each thread. V8 has no threads of its own in either: with them one thread of two cores is no measure for two, as V8 collects and compiles and Node reads on the other core, by the processor's time 1.6 s beside 8.1 s. Two threads take 11 s together, so two cores could not be more than 1.5 times as fast as such a one. The product scans in one thread, so this is no option of the engine. The best of 3 runs of each.",
  limit:
    'a second start, and the caches that the cores share: the same work takes a tenth more of the processor in two threads.',
  measure: async () => {
    const file = await account(100_000);
    const plain = await gain(file, []);
    return { value: await gain(file, ONE_CORE), found: `With V8's own threads: ${plain.toFixed(2)} times.` };
  },
};
