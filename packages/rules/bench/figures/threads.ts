import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { account, best } from '../run.ts';
import { atLeast, type Benchmark } from '../figure.ts';

/** Bytes of a file, from the beginning of a line up to that of another. */
export interface ByteRange {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** A file in parts of about one size. Each ends where a line does. */
async function partsOf(file: string, count: number): Promise<readonly ByteRange[]> {
  const { size } = await stat(file);
  const handle = await open(file);
  const cuts = [0];
  for (let part = 1; part < count; part++) {
    const near = Math.floor((size * part) / count);
    const { buffer } = await handle.read(Buffer.alloc(1_000_000), 0, 1_000_000, near);
    cuts.push(near + buffer.indexOf('\n') + 1);
  }
  await handle.close();
  return cuts.map((from, index) => ({ file, from, to: cuts[index + 1] ?? size }));
}

async function inThreads(file: string, count: number): Promise<number> {
  const parts = await partsOf(file, count);
  const start = performance.now();
  await Promise.all(
    parts.map(
      (part) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(path.resolve(import.meta.dirname, '../scan-part.ts'), { workerData: part });
          worker.on('exit', resolve).on('error', reject);
        }),
    ),
  );
  return performance.now() - start;
}

export const threads: Benchmark = {
  name: 'two threads',
  unit: '× as fast',
  goal: atLeast(1.6),
  limit:
    'not settled. One thread alone has the second core for what V8 does beside it: collecting garbage and compiling.',
  note: "Two worker threads, each over half of the bytes of N = 100,000, against one thread over all, with the engine's functions: the rules that need no relation, as an index of relations would have to be made by each thread. The product scans in one thread, so this is no option of the engine. The best of 3 runs of each.",
  measure: async () => {
    const file = await account(100_000);
    const one = await best(3, () => inThreads(file, 1));
    const two = await best(3, () => inThreads(file, 2));
    return { value: one / two };
  },
};
