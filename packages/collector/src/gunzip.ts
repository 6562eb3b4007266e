import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SnapshotError } from '@plumbline/model';
import { errorCode } from './source-error.ts';

const CHUNK = 256 * 1024;

/**
 * Decompresses what begins as gzip does, whatever its name, and passes on anything else. It holds no more than a few chunks of
 * what it makes, so that a small file that swells without end is read as slowly as it is used.
 * @throws SnapshotError TRUNCATED
 */
export async function* gunzipped(
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { head, all } = await peek(chunks);
  if (head[0] === 0x1f && head[1] === 0x8b) yield* decompressed(all);
  else yield* all;
}

async function* decompressed(chunks: AsyncGenerator<Uint8Array, void, undefined>): AsyncGenerator<Uint8Array> {
  // A pipeline destroys its last part with whatever error came up in it, and iterating that part throws it.
  const gunzip = pipeline(chunks, createGunzip({ chunkSize: CHUNK }), () => {});
  try {
    yield* gunzip;
  } catch (error) {
    throw errorCode(error) === 'Z_BUF_ERROR' ? new SnapshotError('TRUNCATED', 'the gzip data is cut off') : error;
  }
}

/** The first two bytes, and all from the beginning. */
async function peek(chunks: AsyncGenerator<Uint8Array, void, undefined>) {
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
    const { value } = await chunks.next();
    if (!value) break;
    head = Buffer.concat([head, value]);
  }
  return { head, all: from(head, chunks) };
}

async function* from(head: Uint8Array, rest: AsyncGenerator<Uint8Array, void, undefined>) {
  try {
    yield head;
    yield* rest;
  } finally {
    await rest.return();
  }
}
