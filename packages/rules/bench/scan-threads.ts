import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

// One scan of a file by several threads, each of a part of it, and how many milliseconds it took: `node scan-threads.ts FILE THREADS`.

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
          const worker = new Worker(path.join(import.meta.dirname, 'scan-part.ts'), { workerData: part });
          worker.on('exit', resolve).on('error', reject);
        }),
    ),
  );
  return performance.now() - start;
}

const [file = '', count = '1'] = process.argv.slice(2);
console.log(await inThreads(file, Number(count)));
