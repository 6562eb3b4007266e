import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHeader, snapshotSource } from './snapshot-source.ts';
import { FIXTURE_NAMES } from './sources/fixture.ts';
import { gzipped, HEADER, readAll, recorded } from './testing/recorded.ts';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'plumbline-source-'));
  // Noise, so that the zipped one too is more than one piece that is read ahead.
  const text = recorded(20, randomBytes(100_000).toString('base64'));
  writeFileSync(path.join(directory, 'plain'), text);
  writeFileSync(path.join(directory, 'zipped'), gzipped(text));
  writeFileSync(path.join(directory, 'broken'), `oops\n${'\n'.repeat(1_000_000)}`);
});
afterAll(() => rmSync(directory, { recursive: true }));

/** Descriptors of this process that lead into the directory. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${descriptor}`);
      return target.startsWith(directory) ? [target] : [];
    } catch {
      return [];
    }
  });
}

describe.runIf(process.platform === 'linux')('no file stays open', () => {
  test.each(['plain', 'zipped'])('after only the header of a %s one', async (file) => {
    await expect(readHeader(snapshotSource(file, { directory }))).resolves.toEqual(HEADER);
    await expect.poll(openFiles).toEqual([]);
  });

  test.each(['plain', 'zipped'])('after the records of a %s one were left', async (file) => {
    const { records } = await snapshotSource(file, { directory }).open();
    expect(openFiles()).not.toEqual([]);
    for await (const _ of records) break;
    await expect.poll(openFiles).toEqual([]);
  });

  test('after all was read, and after a failure', async () => {
    await readAll(snapshotSource('plain', { directory }));
    await expect(readAll(snapshotSource('broken', { directory }))).rejects.toMatchObject({ code: 'NOT_A_SNAPSHOT' });
    await expect.poll(openFiles).toEqual([]);
  });
});

describe('a signal', () => {
  test.each(['plain', 'zipped'])('ends the reading of a %s one with its reason', async (file) => {
    const stop = new AbortController();
    const { records } = await snapshotSource(file, { directory }).open({ signal: stop.signal });
    const reason = new Error('cancelled');
    stop.abort(reason);
    const reading = async () => {
      for await (const _ of records);
    };
    await expect(reading()).rejects.toBe(reason);
    if (process.platform === 'linux') await expect.poll(openFiles).toEqual([]);
  });

  test('that is aborted already opens nothing', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(snapshotSource('plain', { directory }).open({ signal })).rejects.toBe(signal.reason);
  });
});

describe('a fixture', () => {
  test.each(FIXTURE_NAMES)('%s is read by its name', async (name) => {
    const { header, records } = await readAll(snapshotSource(`fixture:${name}`, { directory }));
    expect(header.account).toMatch(/^\d{12}$/);
    expect(records.length).toBeGreaterThan(100);
    expect(records.filter(({ kind }) => kind === 'problem')).toEqual([]);
  });

  test('that is not there is named so', async () => {
    await expect(snapshotSource('fixture:no-such-account', { directory }).open()).rejects.toMatchObject({
      name: 'SourceError',
      code: 'NOT_FOUND',
      message: 'fixture:no-such-account: there is no such file',
      hint: 'Plumbline comes with fixture:acme-production, fixture:acme-clean, fixture:acme-partial.',
    });
  });

  test.each(['fixture:', 'fixture:..', 'fixture:a/../b', 'fixture:Acme', 'fixture:a.b', 'fixture:a\n'])(
    'is not what %j names',
    (name) => {
      expect(() => snapshotSource(name, { directory })).toThrow(
        expect.objectContaining({ name: 'SourceError', code: 'INVALID_NAME' }),
      );
    },
  );
});

test.each(['s3://', 's3://bucket', 's3://bucket/', 's3:///key', 's3://no_bucket/key', 's3://b/key'])(
  '%s is no object',
  (name) => {
    expect(() => snapshotSource(name, { directory })).toThrow(/names no bucket and object/);
  },
);
