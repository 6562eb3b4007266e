import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { accountLines } from './account.ts';

/**
 * A file with the snapshot of an account of `4 × count` resources, written unless it is there.
 * @returns its path, in the directory for what is temporary
 */
export async function accountFile(directory: string, count: number, { gzip = false } = {}): Promise<string> {
  const file = path.join(directory, `account-${count}.ndjson${gzip ? '.gz' : ''}`);
  if (existsSync(file)) return file;
  mkdirSync(directory, { recursive: true });
  const half = `${file}.part`;
  const chunks = Readable.from(chunksOf(count));
  if (gzip) await pipeline(chunks, createGzip({ level: 6 }), createWriteStream(half));
  else await pipeline(chunks, createWriteStream(half));
  renameSync(half, file);
  return file;
}

function* chunksOf(count: number): Generator<Buffer> {
  let text = '';
  for (const line of accountLines(count)) {
    text += line;
    if (text.length < 1_000_000) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
