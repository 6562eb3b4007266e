import { describe, expect, test } from 'vitest';
import { readSnapshot } from './read-snapshot.ts';
import { SnapshotIds } from './seen-ids.ts';
import { SnapshotError, type Listing, type SnapshotHeader, type SnapshotRecord } from './snapshot.ts';
import { snapshotLine } from './write-snapshot.ts';

const HEADER: SnapshotHeader = {
  format: 'plumbline-snapshot',
  version: 1,
  provider: 'aws',
  partition: 'aws',
  account: '111122223333',
  regions: ['eu-west-1', 'us-east-1'],
  collectedAt: '2026-11-20T08:00:00Z',
};
const HEAD = snapshotLine(HEADER);
const BUCKET = {
  type: 'AWS::S3::Bucket',
  id: 'arn:aws:s3:::acme',
  name: 'acme',
  region: 'eu-west-1',
  tags: { env: 'prod' },
  facets: { policy: null, acl: { Grants: [] } },
};
const LISTING: Listing = { type: 'AWS::S3::Bucket', region: 'global', complete: true };

async function* chunks(text: string | Uint8Array, size = Infinity): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* endlessResources(): AsyncGenerator<Uint8Array> {
  yield* chunks(HEAD);
  for (let id = 1; ; id += 1) yield* chunks(snapshotLine({ ...BUCKET, id: String(id) }));
}

async function* endlessLine(): AsyncGenerator<Uint8Array> {
  yield* chunks(HEAD);
  for (;;) yield new Uint8Array(1024 * 1024).fill(0x61);
}

async function* endedEarly(): AsyncGenerator<Uint8Array> {
  yield* chunks(HEAD + snapshotLine(BUCKET));
  throw new SnapshotError('TRUNCATED', 'the source ends');
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

async function read(source: string | Uint8Array | AsyncIterable<Uint8Array>, size?: number, ids?: SnapshotIds) {
  const bytes = typeof source === 'string' || source instanceof Uint8Array ? chunks(source, size) : source;
  const { header, records } = await readSnapshot(bytes, ids);
  const all: SnapshotRecord[] = [];
  for await (const batch of records) all.push(...batch);
  return { header, records: all };
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

describe('a snapshot as NDJSON', () => {
  test('gives header, resources and listings with their lines', async () => {
    const text = HEAD + snapshotLine(BUCKET) + snapshotLine({ listing: LISTING });
    await expect(read(text)).resolves.toEqual({
      header: HEADER,
      records: [
        { kind: 'resource', line: 2, resource: BUCKET, text: snapshotLine(BUCKET).trimEnd() },
        { kind: 'listing', line: 3, listing: LISTING },
      ],
    });
  });

  test('is the same whatever the chunks it comes in, also within a character', async () => {
    const text = HEAD + snapshotLine({ ...BUCKET, name: 'Käse 🧀 \u2028' }) + snapshotLine({ listing: LISTING });
    const whole = await read(text);
    for (const size of [1, 2, 3, 7, 100]) await expect(read(text, size)).resolves.toEqual(whole);
  });

  test('may have a byte order mark, CRLF, blank lines, and no newline at its end', async () => {
    const text = `\uFEFF\r\n${HEAD}\n  \n${snapshotLine(BUCKET)}`.replaceAll('\n', '\r\n').trimEnd();
    const { records } = await read(text);
    expect(records).toMatchObject([{ kind: 'resource', line: 5, resource: BUCKET }]);
  });

  test('comes in batches, so that the rest need not be there yet', async () => {
    const seen: number[] = [];
    for await (const batch of (await readSnapshot(endlessResources())).records) {
      seen.push([...batch].length);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([1, 1, 1]);
  });

  test('writes and reads back the same', async () => {
    const facets = JSON.parse('{"__proto__":{"x":[1,{"b":2,"a":1}]},"policy":null,"é\\n":"\\u2028"}') as object;
    const text = HEAD + snapshotLine({ ...BUCKET, facets: { ...facets } });
    const { records } = await read(text);
    const [record] = records;
    expect(record?.kind === 'resource' && snapshotLine(record.resource)).toBe(text.slice(HEAD.length));
  });

  test('may have types that nothing knows', async () => {
    const { records } = await read(HEAD + line({ ...BUCKET, type: 'AWS::Quantum::Teapot' }));
    expect(records).toMatchObject([{ kind: 'resource', resource: { type: 'AWS::Quantum::Teapot' } }]);
  });

  test('may leave tags out', async () => {
    const { tags: _, ...untagged } = BUCKET;
    const { records } = await read(HEAD + line(untagged));
    expect(records).toMatchObject([{ kind: 'resource', line: 2, resource: { ...BUCKET, tags: {} } }]);
  });

  test('keeps tags and facets as they are, whatever their names', async () => {
    const { records } = await read(
      `${HEAD}{"type":"T","id":"i","name":"n","region":"global","__proto__":{"id":"evil","polluted":1},"tags":{"constructor":"c","__proto__":"p"},"facets":{"__proto__":{"polluted":1}}}\n`,
    );
    const [record] = records;
    const resource = record?.kind === 'resource' ? record.resource : undefined;
    expect(resource?.id).toBe('i');
    expect(Object.entries(resource?.tags ?? {})).toEqual([
      ['constructor', 'c'],
      ['__proto__', 'p'],
    ]);
    expect(Object.keys(resource?.facets ?? {})).toEqual(['__proto__']);
    expect('polluted' in {} || 'polluted' in (resource ?? {}) || 'polluted' in (resource?.facets ?? {})).toBe(false);
  });

  test('closes its source when its reader stops early, even before the first batch of the rest', async () => {
    let closed = 0;
    async function* source() {
      try {
        yield* chunks(HEAD + snapshotLine(BUCKET));
        yield* chunks(snapshotLine({ listing: LISTING }));
      } finally {
        closed += 1;
      }
    }
    for await (const _ of (await readSnapshot(source())).records) break;
    expect(closed).toBe(1);
  });
});

describe('a snapshot as one JSON document', () => {
  const DOCUMENT = { ...HEADER, listings: [LISTING], resources: [BUCKET, { ...BUCKET, id: 'b' }] };

  test('gives the same as NDJSON', async () => {
    const { header, records } = await read(JSON.stringify(DOCUMENT));
    expect(header).toEqual(HEADER);
    expect(records).toEqual([
      { kind: 'listing', line: 1, listing: LISTING },
      { kind: 'resource', line: 1, resource: BUCKET, text: null },
      { kind: 'resource', line: 1, resource: { ...BUCKET, id: 'b' }, text: null },
    ]);
  });

  test('knows the lines of its parts, written over several lines', async () => {
    const text = `\n${JSON.stringify({ ...DOCUMENT, note: { a: ['}', '\\"]', ','] } }, null, 2)}\n`;
    const rows = text.split('\n');
    const { records } = await read(text, 10);
    const found = records.map((record) => 'line' in record && rows.slice(record.line - 1, record.line + 1).join(''));
    expect(found).toEqual([
      '    {      "type": "AWS::S3::Bucket",',
      '    {      "type": "AWS::S3::Bucket",',
      '    {      "type": "AWS::S3::Bucket",',
    ]);
  });

  test('may have no lists, or empty ones', async () => {
    await expect(read(JSON.stringify({ ...HEADER, resources: [] }, null, 2))).resolves.toEqual({
      header: HEADER,
      records: [],
    });
  });

  test('names the line of a part that cannot be used', async () => {
    const text = JSON.stringify({ ...DOCUMENT, resources: [{ ...BUCKET, id: 5 }, 7] }, null, 1);
    const { records } = await read(text);
    expect(records.slice(1)).toMatchObject([
      { problem: { line: 20, doubts: { type: 'AWS::S3::Bucket', region: 'eu-west-1' } } },
      { problem: { line: 35, doubts: 'everything' } },
    ]);
  });
});

describe('what cannot be read', () => {
  const bucket = snapshotLine(BUCKET);
  const pretty = JSON.stringify({ ...HEADER, resources: [BUCKET] }, null, 2);
  const cases: [what: string, text: string | Uint8Array, code: string, line: number | null, message?: RegExp][] = [
    ['nothing', '', 'EMPTY', null],
    ['blank lines', '\uFEFF\n \r\n\n', 'EMPTY', null],
    ['text', 'this is no snapshot\n{"type":\n', 'NOT_A_SNAPSHOT', 1, /not a Plumbline snapshot.*not JSON/],
    ['text after blank lines', '\n\nno\n', 'NOT_A_SNAPSHOT', 3],
    ['other JSON', '[1]\n', 'NOT_A_SNAPSHOT', 1, /header/],
    ['another JSON document', '{\n"Resources": {}\n}', 'NOT_A_SNAPSHOT', 1],
    ['a broken document of something else', '{\n"Resources": {\n', 'NOT_A_SNAPSHOT', 1],
    ['resources before the header', bucket + HEAD, 'NOT_A_SNAPSHOT', 1, /first line must be its header/],
    ['a header that is damaged', HEAD.replace('}', '') + bucket, 'NOT_A_SNAPSHOT', 1, /not JSON/],
    ['a header that is cut off', HEAD.slice(0, 60), 'TRUNCATED', 1],
    ['another version', HEAD.replace('1', '2'), 'WRONG_VERSION', 1, /version 2 .* version 1/],
    ['no version', HEAD.replace('version', 'v'), 'WRONG_VERSION', 1],
    ['another provider', HEAD.replace('"aws"', '"azure"'), 'NOT_A_SNAPSHOT', 1, /"provider" must be "aws"/],
    ['a bad account', HEAD.replace('1111', 'x'), 'NOT_A_SNAPSHOT', 1, /"account" must be 12 digits/],
    ['no account', HEAD.replace('"account"', '"a"'), 'NOT_A_SNAPSHOT', 1, /"account" is missing/],
    ['no regions', line({ ...HEADER, regions: [] }), 'NOT_A_SNAPSHOT', 1, /"regions" must name/],
    ['a bad time', HEAD.replace('11-20', '13-20'), 'NOT_A_SNAPSHOT', 1, /"collectedAt" must be a time/],
    ['a line that is not JSON', `${HEAD + bucket}oops\n${bucket}`, 'NOT_JSON', 3],
    ['a byte order mark within', `${HEAD}\uFEFF${bucket}`, 'NOT_JSON', 2],
    ['a last line that is not JSON but whole', `${HEAD + bucket}{"type":\n`, 'NOT_JSON', 3],
    ['a last line cut off', HEAD + bucket + bucket.slice(0, 50), 'TRUNCATED', 3, /cut off/],
    ['a second snapshot', HEAD + bucket + HEAD, 'NOT_A_SNAPSHOT', 3, /second header/],
    ['a line that is not UTF-8', latin1(`${HEAD + bucket}"\xE4"\n${bucket}`), 'NOT_JSON', 3, /UTF-8/],
    ['a document cut off', pretty.slice(0, -20), 'TRUNCATED', pretty.slice(0, -20).split('\n').length],
    ['a document cut off between lines', pretty.slice(0, pretty.indexOf('}')), 'TRUNCATED', 20],
    ['a document with a wrong word', pretty.replace('"111122223333"', '(line 3 column 2)'), 'NOT_JSON', 6],
    ['a document with a comma too many', pretty.replace('"prod"', '"prod",'), 'NOT_JSON', 20],
    ['a document without a colon', pretty.replace('"account":', '"account"'), 'NOT_JSON', 6],
    ['lines after a document', line({ ...HEADER, resources: [] }) + bucket, 'NOT_JSON', 2],
    ['a document whose list is none', pretty.replace('"resources"', '"listings": 5, "r"'), 'NOT_A_SNAPSHOT', 1],
  ];

  test.each(cases)('%s', async (_, text, code, at, message = /./) => {
    const failure = { name: 'SnapshotError', code, line: at, message: expect.stringMatching(message) as unknown };
    await expect(read(text)).rejects.toMatchObject(failure);
    await expect(read(text, HEAD.length)).rejects.toMatchObject(failure);
  });

  test('a source that ends early is told with the line reached', async () => {
    await expect(read(endedEarly())).rejects.toMatchObject({ code: 'TRUNCATED', line: 3 });
  });

  test('a line over 64 MB', async () => {
    await expect(read(endlessLine())).rejects.toMatchObject({ code: 'TOO_LARGE', line: 2 });
  });

  test('what comes before it has been given out', async () => {
    const { records } = await readSnapshot(chunks(`${HEAD + bucket}oops\n`));
    const seen: SnapshotRecord[] = [];
    const reading = async () => {
      for await (const batch of records) for (const record of batch) seen.push(record);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'NOT_JSON', line: 3 });
    expect(seen).toHaveLength(1);
  });
});

test('is the same read again with the ids that it has, as lines or as a document all in one line', async () => {
  const twice = [BUCKET, { ...BUCKET, id: 'b' }, { ...BUCKET, name: 'again' }];
  for (const text of [HEAD + twice.map(line).join(''), JSON.stringify({ ...HEADER, resources: twice })]) {
    const ids = new SnapshotIds();
    const readings = [await read(text), await read(text, Infinity, ids), await read(text, Infinity, ids)];
    expect(readings[0]?.records.map(({ kind }) => kind)).toEqual(['resource', 'resource', 'problem']);
    expect(readings[2]).toEqual(readings[0]);
    expect(readings[1]).toEqual(readings[0]);
  }
});

test('what cannot be used is told, and the rest is read', async () => {
  const { records } = await read(HEAD + line({ ...BUCKET, id: 5 }) + line(BUCKET) + line({ ...BUCKET, name: 'again' }));
  expect(records).toMatchObject([
    { kind: 'problem', problem: { line: 2 } },
    { kind: 'resource', line: 3, resource: BUCKET },
    { kind: 'problem', problem: { line: 4, doubts: 'nothing' } },
  ]);
});
