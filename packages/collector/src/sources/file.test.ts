import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { snapshotSource } from '../snapshot-source.ts';
import { SourceError } from '../source-error.ts';
import { gzipped, HEADER, readAll, recorded } from '../testing/recorded.ts';

let outside: string;
let directory: string;

beforeEach(() => {
  outside = mkdtempSync(path.join(tmpdir(), 'plumbline-file-'));
  directory = path.join(outside, 'snapshots');
  mkdirSync(path.join(directory, 'team'), { recursive: true });
});
afterEach(() => rmSync(outside, { recursive: true }));

const inside = (file: string) => path.join(directory, file);
const read = async (file: string) => readAll(snapshotSource(file, { directory }));

async function failure(reading: Promise<unknown>): Promise<SourceError> {
  const error = await reading.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof SourceError)) throw new Error('not a SourceError', { cause: error });
  expect(error.message, 'paths of this machine').not.toContain(outside);
  expect(error.hint).toMatch(/\.$/);
  return error;
}

describe('a file', () => {
  test('is read, gzipped or not, whatever its name, also from a subdirectory and through links inside', async () => {
    const text = recorded(3);
    writeFileSync(inside('a.ndjson'), text);
    writeFileSync(inside('b.ndjson'), gzipped(text));
    writeFileSync(inside('team/c.gz'), text);
    writeFileSync(inside('d.gz'), Buffer.concat([gzipped(text.slice(0, 500)), gzipped(text.slice(500))]));
    symlinkSync('team/c.gz', inside('link'));
    const { header, records } = await read('a.ndjson');
    expect(header).toEqual(HEADER);
    expect(records).toHaveLength(3);
    for (const file of ['b.ndjson', 'team/c.gz', 'd.gz', 'link', './a.ndjson'])
      await expect(read(file)).resolves.toEqual({ header, records });
  });

  test('is read as it is needed, and tells how far, in bytes as they are stored', async () => {
    const stored = gzipped(recorded(40, randomBytes(60_000).toString('hex')));
    writeFileSync(inside('big.gz'), stored);
    const told: [number, number][] = [];
    const { records } = await snapshotSource('big.gz', { directory }).open({ onBytes: (...at) => told.push(at) });
    for await (const _ of records) if (told.length < 3) expect(told.at(-1)?.[0]).toBeLessThan(stored.length);
    expect(told.at(-1)).toEqual([stored.length, stored.length]);
    expect(told.length).toBeGreaterThan(5);
  });
});

describe('what a snapshot is refused for', () => {
  test.each([
    ['text', 'this is no snapshot\n{"type":\n', 'NOT_A_SNAPSHOT', 1, /^x line 1: this is not a Plumbline snapshot \(/],
    ['nothing', '', 'EMPTY', null, /^x: there is nothing in it/],
    ['another version', recorded(1).replace(':1', ':7'), 'WRONG_VERSION', 1, /^x line 1: .*version 7/],
    ['damage', `${recorded(2)}oops\n${recorded(1)}`, 'NOT_JSON', 4, /^x line 4: /],
    ['a line cut off', recorded(2).slice(0, -9), 'TRUNCATED', 3, /^x line 3: the last line is cut off/],
    ['a gzip cut off', gzipped(recorded(2)).subarray(0, -20), 'TRUNCATED', expect.any(Number), /^x line \d: the gzip/],
    ['a gzip of a few bytes', gzipped('').subarray(0, 5), 'TRUNCATED', 1, /^x line 1: the gzip data is cut off/],
    ['a gzip that is damaged', gzipped(recorded(2)).fill(0xff, 30, 60), 'UNREADABLE', null, /Z_DATA_ERROR/],
    ['text that is gzipped', gzipped('no'), 'NOT_A_SNAPSHOT', 1, /^x line 1/],
  ])('%s', async (_, content, code, line, message) => {
    writeFileSync(inside('x'), content);
    const error = await failure(read('x'));
    expect(error).toMatchObject({ code, line, source: 'x' });
    expect(error.message).toMatch(message);
  });
});

describe('what is not read', () => {
  test.each([
    '',
    '..',
    '../secret',
    'team/../../secret',
    'team/..',
    '..\\secret',
    '/etc/passwd',
    'a\0.ndjson',
    'a\nb',
    'x'.repeat(1200),
    'http://example.com/a',
    'file:///etc/passwd',
  ])('the name %j', (name) => {
    writeFileSync(path.join(outside, 'secret'), recorded(1));
    expect(() => snapshotSource(name, { directory })).toThrow(
      expect.objectContaining({ name: 'SourceError', code: 'INVALID_NAME' }),
    );
  });

  test('a link that leads out, be it the file or a directory on its way', async () => {
    writeFileSync(path.join(outside, 'secret'), recorded(1));
    mkdirSync(path.join(outside, 'snapshots-of-others'));
    writeFileSync(path.join(outside, 'snapshots-of-others/a'), recorded(1));
    symlinkSync('../secret', inside('link'));
    symlinkSync(outside, inside('up'));
    symlinkSync('../snapshots-of-others', inside('others'));
    const refused = ['link', 'up/secret', 'others/a'].map((file) => failure(read(file)));
    for (const error of await Promise.all(refused)) expect(error.message).toMatch(/: it leads out of the directory/);
  });

  test.each(['team', '.', 'pipe'])('what is no regular file: %s', async (file) => {
    if (file === 'pipe') execFileSync('mkfifo', [inside('pipe')]);
    const { message } = await failure(read(file));
    expect(message).toBe(`${file}: it is not a regular file`);
  });

  test.each(['none.ndjson', 'a/b', 'team/none'])('what is not there: %s', async (file) => {
    writeFileSync(inside('a'), recorded(1));
    const { code, message } = await failure(read(file));
    expect({ code, message }).toEqual({ code: 'NOT_FOUND', message: `${file}: there is no such file` });
  });

  test('what would be in a directory that is not there', async () => {
    const nowhere = snapshotSource('a', { directory: path.join(outside, 'nowhere') });
    await expect(failure(nowhere.open())).resolves.toMatchObject({ code: 'NOT_FOUND' });
  });

  test.skipIf(process.getuid?.() === 0)('what the user may not read', async () => {
    writeFileSync(inside('a'), recorded(1));
    chmodSync(inside('a'), 0o000);
    await expect(failure(read('a'))).resolves.toMatchObject({ code: 'DENIED' });
  });
});

describe('a file opened again', () => {
  const text = recorded(2);

  test('is the same, as long as nothing was done to it', async () => {
    writeFileSync(inside('a'), text);
    const source = snapshotSource('a', { directory });
    await expect(readAll(source)).resolves.toEqual(await readAll(source));
  });

  test.each<[change: string, change: () => void]>([
    ['written to', () => appendFileSync(inside('a'), '\n')],
    ['written anew in the same size', () => writeFileSync(inside('a'), text.replace('acme-0', 'acme-9'))],
    ['replaced by the same', () => renameSync(inside('b'), inside('a'))],
  ])('is refused when it was %s', async (_, change) => {
    for (const file of ['a', 'b']) {
      writeFileSync(inside(file), text);
      utimesSync(inside(file), 1_700_000_000, 1_700_000_000);
    }
    const source = snapshotSource('a', { directory });
    await readAll(source);
    change();
    await expect(failure(source.open())).resolves.toMatchObject({ code: 'CHANGED', source: 'a' });
  });

  test('is refused when it grows while it is read', async () => {
    writeFileSync(inside('a'), recorded(10, 'x'.repeat(100_000)));
    const { records } = await snapshotSource('a', { directory }).open();
    const reading = async () => {
      for await (const _ of records) appendFileSync(inside('a'), '\n');
    };
    await expect(failure(reading())).resolves.toMatchObject({ code: 'CHANGED' });
  });
});
