import { createReadStream } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { readSnapshot } from '@plumbline/model';
import { evaluateAll, rules } from '../src/index.ts';
import type { ByteRange } from './scan-threads.ts';

// One thread's part of a scan: the header of the file, and then its lines.

const CHUNK = 256 * 1024;
const { file, from, to } = workerData as ByteRange;

async function* bytes(): AsyncGenerator<Uint8Array> {
  if (from > 0) yield await header();
  yield* createReadStream(file, { start: from, end: to - 1, highWaterMark: CHUNK });
}

async function header(): Promise<Uint8Array> {
  for await (const chunk of createReadStream(file, { highWaterMark: 4096 }) as AsyncIterable<Buffer>)
    return chunk.subarray(0, chunk.indexOf('\n') + 1);
  throw new Error(`${file} is empty`);
}

await evaluateAll(
  () => readSnapshot(bytes()),
  { rules: rules.filter(({ needs }) => Object.keys(needs).length === 0) },
  { evaluated: () => {}, unlisted: () => {}, problem: () => {} },
);
