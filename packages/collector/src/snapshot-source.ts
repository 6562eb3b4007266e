import { readSnapshot, type SnapshotHeader, type SnapshotIds, type SnapshotReader } from '@plumbline/model';
import { gunzipped } from './gunzip.ts';
import { asSourceError, SourceError } from './source-error.ts';
import { fileSource, leadsOut } from './sources/file.ts';
import { fixtureSource } from './sources/fixture.ts';
import { s3ObjectSource } from './sources/s3-object.ts';
import type { OpenStored, Stored } from './sources/stored.ts';

/** Where a recorded account comes from. */
export interface SnapshotSource {
  /** As users name it: `fixture:acme-production`, `invoices.ndjson.gz`, `s3://bucket/key`. */
  readonly name: string;
  /**
   * Opens it anew. Every opening gives what the first gave, or throws `SourceError` with the code `CHANGED`. What is opened is closed
   * when its records end or are left (`break`): who wants no records takes `readHeader`.
   * @throws SourceError, here and while records are read
   */
  open(options?: OpenOptions): Promise<SnapshotReader>;
}

export interface OpenOptions {
  /** Told how far reading is, in bytes as stored. */
  readonly onBytes?: (read: number, total: number) => void;
  /** Of an earlier opening, to keep them once. */
  readonly ids?: SnapshotIds;
  /** When it is aborted, reading ends by a throw of its reason. */
  readonly signal?: AbortSignal;
}

/**
 * A source by its reference: `fixture:NAME`, `s3://bucket/key` (credentials, region and `AWS_ENDPOINT_URL` are taken as the AWS
 * CLI takes them), or a file inside `directory`, of which nothing outside is ever read.
 * @throws SourceError INVALID_NAME
 */
export function snapshotSource(reference: string, options: { readonly directory: string }): SnapshotSource {
  const stored = storedAt(reference, options.directory);
  return { name: reference, open: (how = {}) => openSnapshot(reference, stored, how) };
}

/** Only the header of a snapshot: it opens the source, and closes it again. */
export async function readHeader(source: SnapshotSource, options?: OpenOptions): Promise<SnapshotHeader> {
  const { header, records } = await source.open(options);
  await records[Symbol.asyncIterator]().return?.();
  return header;
}

function storedAt(reference: string, directory: string): OpenStored {
  // As long as an S3 key and its bucket can be.
  const name = reference.replaceAll(/\p{Cc}/gu, '?').slice(0, 1100);
  const [, scheme, rest = ''] = /^(fixture:|[a-z][a-z0-9+.-]*:\/\/)(.*)$/is.exec(reference) ?? [];
  if (name !== reference) throw invalid(name, 'a name has at most 1100 characters, and none that cannot be seen');
  if (scheme === 'fixture:') {
    if (/^[a-z0-9-]+$/.test(rest)) return fixtureSource(rest, name);
    throw invalid(name, 'the name of a fixture is of small letters, digits and hyphens');
  }
  if (scheme === 's3://') {
    const [, bucket, key] = /^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.+)$/i.exec(rest) ?? [];
    if (bucket && key) return s3ObjectSource({ bucket, key, name });
    throw invalid(name, 'it names no bucket and object');
  }
  if (scheme !== undefined) throw invalid(name, `nothing is read from ${scheme}`);
  if (reference === '' || leadsOut(reference))
    throw invalid(name, 'only files inside the directory of snapshots are read');
  return fileSource({
    directory,
    file: reference,
    name,
    hint: 'Copy it into the directory of snapshots, and name it from there.',
  });
}

function invalid(name: string, what: string): SourceError {
  const hint = 'Name a file in the directory of snapshots, an object as s3://bucket/key, or a fixture as fixture:NAME.';
  return new SourceError(name, { code: 'INVALID_NAME', what, hint });
}

async function openSnapshot(name: string, open: OpenStored, options: OpenOptions): Promise<SnapshotReader> {
  const { signal } = options;
  const failure = (error: unknown): unknown => (signal?.aborted ? signal.reason : asSourceError(name, error));
  try {
    signal?.throwIfAborted();
    const bytes = gunzipped(counted(await open(signal), options));
    const { header, records } = await readSnapshot(bytes, options.ids);
    const iterator = () => guarded(records[Symbol.asyncIterator](), bytes, failure, signal);
    return { header, records: { [Symbol.asyncIterator]: iterator } };
  } catch (error) {
    throw failure(error);
  }
}

/** Records whose end, whatever it is, also closes the bytes, and whose errors are the user's. */
function guarded<T>(
  records: AsyncIterator<Iterable<T>>,
  bytes: AsyncGenerator<Uint8Array, void, undefined>,
  failure: (error: unknown) => unknown,
  signal: AbortSignal | undefined,
): AsyncIterator<Iterable<T>> {
  const close = async () => {
    await records.return?.();
    // Records that were never begun have not closed them.
    await bytes.return();
  };
  function* told(batch: Iterable<T>): Generator<T, void, undefined> {
    try {
      yield* batch;
    } catch (error) {
      // Who goes through the batch leaves the records by this, which closes them.
      throw failure(error);
    }
  }
  return {
    async next() {
      try {
        signal?.throwIfAborted();
        const { done, value } = await records.next();
        return done ? { done, value: undefined } : { value: told(value) };
      } catch (error) {
        await close();
        throw failure(error);
      }
    },
    async return() {
      await close();
      return { done: true, value: undefined };
    },
  };
}

async function* counted(
  { size, chunks }: Stored,
  { onBytes, signal }: OpenOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    read += chunk.length;
    onBytes?.(read, size);
    yield chunk;
  }
  // A document is parsed only now, which takes a while.
  signal?.throwIfAborted();
}
