import path from 'node:path';
import { account, best, run } from '../run.ts';
import { atLeast, type Benchmark } from '../figure.ts';

const script = path.join(import.meta.dirname, '../scan-threads.ts');

/** In milliseconds. Without threads of V8's own, so that one thread has one core, as each of two has. */
async function inThreads(file: string, count: number): Promise<number> {
  return Number((await run(process.execPath, ['--single-threaded', script, file, String(count)])).output);
}

export const threads: Benchmark = {
  name: 'two threads',
  unit: '× as fast',
  goal: atLeast(1.6),
  note: "Two worker threads, each over half of the bytes of N = 100,000, against one thread over all, with the engine's functions: the rules that need no relation, as an index of relations would have to be made by each thread. V8 has no threads of its own in either: with them one thread of two cores is no measure for two, as V8 collects and compiles and Node reads on the other core, by the processor's time 1.6 s beside 8.1 s. Two threads take 11 s together, a second start and a tenth for the caches they share among it, so two cores could not be more than 1.5 times as fast as such a one. The product scans in one thread, so this is no option of the engine. The best of 3 runs of each.",
  measure: async () => {
    const file = await account(100_000);
    const one = await best(3, () => inThreads(file, 1));
    const two = await best(3, () => inThreads(file, 2));
    return { value: one / two };
  },
};
