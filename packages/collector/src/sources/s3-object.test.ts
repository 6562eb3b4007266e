import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { snapshotSource } from '../snapshot-source.ts';
import { SourceError } from '../source-error.ts';
import { gzipped, HEADER, readAll, recorded } from '../testing/recorded.ts';
import { awsEnvironment, CREDENTIALS, s3Error, s3Lookalike, type Answer } from '../testing/s3-lookalike.ts';

const NAME = 's3://acme-snapshots/2026/may.ndjson';
const TEXT = recorded(3);

let stop: () => Promise<unknown> = async () => {};
afterEach(async () => {
  vi.unstubAllEnvs();
  await stop();
});

async function sourceAt(answer: Answer, { host = '127.0.0.1', environment = CREDENTIALS } = {}) {
  const server = await s3Lookalike(answer);
  stop = server.stop;
  awsEnvironment({ AWS_ENDPOINT_URL: `http://${host}:${server.port}`, ...environment });
  return snapshotSource(NAME, { directory: '/nonexistent' });
}

async function failure(reading: Promise<unknown>): Promise<SourceError> {
  const error = await reading.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof SourceError)) throw new Error('not a SourceError', { cause: error });
  expect(error.message.startsWith(NAME)).toBe(true);
  expect(error.hint).toMatch(/\.$/);
  expect(`${error.message}${error.hint}`).not.toMatch(/sesame|testing/);
  return error;
}

function give(response: ServerResponse, body: string | Buffer = TEXT): void {
  response.writeHead(200, { 'content-length': Buffer.byteLength(body), etag: '"1"' });
  response.end(body);
}

describe('an object', () => {
  test('is read as it comes, gzipped or not', async () => {
    const source = await sourceAt((response) => give(response));
    const read = await readAll(source);
    expect(read.header).toEqual(HEADER);
    expect(read.records).toHaveLength(3);
    await stop();
    await expect(readAll(await sourceAt((response) => give(response, gzipped(TEXT))))).resolves.toEqual(read);
  });

  test('is found on a host with a name, which has no names for buckets', async () => {
    const paths: (string | undefined)[] = [];
    const answer: Answer = (response, request) => {
      paths.push(request.url);
      give(response);
    };
    await readAll(await sourceAt(answer, { host: 'localhost' }));
    expect(paths).toEqual(['/acme-snapshots/2026/may.ndjson?x-id=GetObject']);
  });

  test('tells how far reading is', async () => {
    const told: number[][] = [];
    await readAll(await sourceAt((response) => give(response)), { onBytes: (...at) => told.push(at) });
    expect(told.at(-1)).toEqual([TEXT.length, TEXT.length]);
  });

  test('may lie in another region', async () => {
    const source = await sourceAt((response, request) => {
      if (request.headers.authorization?.includes('/eu-central-1/s3/')) return give(response);
      response.setHeader('x-amz-bucket-region', 'eu-central-1');
      return s3Error(301, 'PermanentRedirect')(response, request);
    });
    expect((await readAll(source)).records).toHaveLength(3);
  });

  test('is the same when it is opened again, or refused', async () => {
    let etag = '"1"';
    const source = await sourceAt((response, request) => {
      if ([undefined, etag].includes(request.headers['if-match'])) return give(response);
      return s3Error(412, 'PreconditionFailed')(response, request);
    });
    await readAll(source);
    await readAll(source);
    etag = '"2"';
    await expect(failure(source.open())).resolves.toMatchObject({ code: 'CHANGED' });
  });
});

describe('what is told when there is no object', () => {
  const user = 'User: arn:aws:iam::111122223333:user/ann is not authorized to perform: s3:GetObject';
  test.each<[what: string, answer: Answer, code: string, message: RegExp, hint: RegExp]>([
    ['no object', s3Error(404, 'NoSuchKey'), 'NOT_FOUND', /no such object/, /key/],
    ['no bucket', s3Error(404, 'NoSuchBucket'), 'NOT_FOUND', /no such bucket/, /bucket/],
    ['denied', s3Error(403, 'AccessDenied', user), 'DENIED', /user\/ann is not/, /s3:GetObject.*s3:ListBucket/],
    ['an unknown key', s3Error(403, 'InvalidAccessKeyId'), 'DENIED', /does not accept the credentials/, /AWS_PROFILE/],
    [
      'a wrong secret',
      s3Error(403, 'SignatureDoesNotMatch'),
      'DENIED',
      /does not accept the credentials/,
      /AWS_PROFILE/,
    ],
    ['old credentials', s3Error(400, 'ExpiredToken'), 'DENIED', /have expired/, /sso login/],
    ['a wrong clock', s3Error(403, 'RequestTimeTooSkewed'), 'DENIED', /clock/, /clock/],
    ['an archived one', s3Error(403, 'InvalidObjectState'), 'UNREADABLE', /archived/, /Restore/],
    ['another error', s3Error(400, 'Strange'), 'UNREADABLE', /HTTP 400, Strange/, /AWS_ENDPOINT_URL/],
    ['no S3 at all', (response) => response.writeHead(404).end('<html>Not here'), 'UNREADABLE', /HTTP 404/, /ENDPOINT/],
  ])('%s', async (_, answer, code, message, hint) => {
    const error = await failure((await sourceAt(answer)).open());
    expect(error).toMatchObject({ code, line: null, source: NAME });
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
  });

  test('no credentials', async () => {
    const source = await sourceAt((response) => give(response), { environment: { AWS_REGION: 'us-east-1' } });
    const { code, message } = await failure(source.open());
    expect({ code, message }).toMatchObject({ code: 'DENIED', message: expect.stringMatching(/no AWS credentials/) });
  });

  test('no region', async () => {
    const { AWS_REGION: _, ...environment } = CREDENTIALS;
    const source = await sourceAt((response) => give(response), { environment });
    const { code, message, hint } = await failure(source.open());
    expect({ code, message }).toEqual({ code: 'UNREACHABLE', message: `${NAME}: no AWS region is set` });
    expect(hint).toMatch(/AWS_REGION/);
  });

  test('nobody there', async () => {
    const source = await sourceAt((response) => give(response));
    await stop();
    const { code, message } = await failure(source.open());
    expect({ code, message }).toMatchObject({ code: 'UNREACHABLE', message: expect.stringMatching(/ECONNREFUSED/) });
  });

  test('a connection that breaks on the way', async () => {
    const source = await sourceAt((response) => {
      response.writeHead(200, { 'content-length': TEXT.length, etag: '"1"' });
      response.write(TEXT.slice(0, 300), () => response.destroy());
    });
    await expect(failure(readAll(source))).resolves.toMatchObject({ code: 'UNREACHABLE' });
  });

  test('what came is not what is stored', async () => {
    const source = await sourceAt((response) => {
      response.setHeader('x-amz-checksum-crc32', 'AAAAAA==');
      give(response);
    });
    const { code, message } = await failure(readAll(source));
    expect({ code, message }).toMatchObject({ code: 'UNREADABLE', message: expect.stringMatching(/checksum/) });
  });
});

test('a signal ends a request that is not answered, and a body that does not come', async () => {
  const answers: Answer[] = [
    () => stopping.abort(new Error('cancelled')),
    (response) => {
      response.writeHead(200, { 'content-length': TEXT.length * 2, etag: '"1"' });
      response.write(TEXT, () => stopping.abort(new Error('cancelled')));
    },
  ];
  let stopping = new AbortController();
  for (const answer of answers) {
    stopping = new AbortController();
    const source = await sourceAt(answer);
    await expect(readAll(source, { signal: stopping.signal })).rejects.toThrow('cancelled');
    await stop();
  }
});
