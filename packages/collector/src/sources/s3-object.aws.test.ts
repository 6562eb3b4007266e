import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { readHeader, snapshotSource } from '../snapshot-source.ts';
import { gzipped, HEADER, readAll, recorded } from '../testing/recorded.ts';
import { awsEnvironment, CREDENTIALS } from '../testing/s3-lookalike.ts';

const endpoint = inject('awsEndpoint');
const BUCKET = 'acme-snapshots';
const TEXT = recorded(2000);

/** moto checks signatures and policies after so many requests. */
const checkAfter = (requests: string) => fetch(`${endpoint}/moto-api/reset-auth`, { method: 'POST', body: requests });

beforeEach(async () => {
  await checkAfter('inf');
  await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
  awsEnvironment({ AWS_ENDPOINT_URL: endpoint, ...CREDENTIALS });
  const client = new S3Client();
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
  client.destroy();
});
afterEach(() => vi.unstubAllEnvs());

async function put(key: string, body: string | Buffer): Promise<void> {
  const client = new S3Client();
  await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body }));
  client.destroy();
}

const at = (key: string, bucket = BUCKET) => snapshotSource(`s3://${bucket}/${key}`, { directory: '/nonexistent' });

describe('an object', () => {
  test.each([
    ['plain', TEXT],
    ['gzipped', gzipped(TEXT)],
  ])('is read %s, twice the same', async (_, body) => {
    await put('2026/may + june.ndjson', body);
    const source = at('2026/may + june.ndjson');
    const told: number[][] = [];
    const first = await readAll(source, { onBytes: (...how) => told.push(how) });
    expect(first.header).toEqual(HEADER);
    expect(first.records).toHaveLength(2000);
    expect(told.at(-1)).toEqual([body.length, body.length]);
    await expect(readAll(source)).resolves.toEqual(first);
    await expect(readHeader(source)).resolves.toEqual(HEADER);
  });

  test('that was changed between two readings is refused', async () => {
    await put('a', TEXT);
    const source = at('a');
    await readAll(source);
    await put('a', recorded(1));
    await expect(source.open()).rejects.toMatchObject({ name: 'SourceError', code: 'CHANGED' });
  });

  test('that is cut off says so', async () => {
    await put('a.gz', gzipped(TEXT).subarray(0, -100));
    await expect(readAll(at('a.gz'))).rejects.toMatchObject({
      code: 'TRUNCATED',
      message: expect.stringMatching(/^s3:\/\/acme-snapshots\/a\.gz line \d+: the gzip data is cut off$/),
    });
  });
});

test('what is not there', async () => {
  await expect(at('none').open()).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: expect.stringMatching(/no such object/),
  });
  await expect(at('a', 'no-such-bucket').open()).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: expect.stringMatching(/no such bucket/),
  });
});

describe('with permissions', () => {
  const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${BUCKET}/open/*` };

  beforeEach(async () => {
    await put('open/a', TEXT);
    await put('closed/a', TEXT);
    await iam({ Action: 'CreateUser', UserName: 'ann' });
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [READ] });
    await iam({ Action: 'PutUserPolicy', UserName: 'ann', PolicyName: 'read', PolicyDocument });
    const key = await iam({ Action: 'CreateAccessKey', UserName: 'ann' });
    const [id, secret] = ['AccessKeyId', 'SecretAccessKey'].map((name) => new RegExp(`<${name}>(.+?)<`).exec(key)?.[1]);
    awsEnvironment({
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: id ?? '',
      AWS_SECRET_ACCESS_KEY: secret ?? '',
    });
    await checkAfter('0');
  });

  test('s3:GetObject is enough, also to read it twice', async () => {
    const source = at('open/a');
    await readAll(source);
    expect((await readAll(source)).records).toHaveLength(2000);
  });

  test('an object that may not be read is denied, with the permission it takes', async () => {
    await expect(at('closed/a').open()).rejects.toMatchObject({
      code: 'DENIED',
      message: 's3://acme-snapshots/closed/a: access is denied',
      hint: expect.stringMatching(/s3:GetObject/),
    });
  });

  test('a wrong secret and an unknown key are not accepted', async () => {
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'wrong');
    await expect(at('open/a').open()).rejects.toMatchObject({
      code: 'DENIED',
      message: expect.stringMatching(/not accept the credentials/),
    });
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAXXXXXXXXXXXXXXXX');
    await expect(at('open/a').open()).rejects.toMatchObject({
      code: 'DENIED',
      message: expect.stringMatching(/not accept the credentials/),
    });
  });
});

/** A call to IAM, as its XML. moto tells services by the scope of the signature. */
async function iam(parameters: Record<string, string>): Promise<string> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: 'AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/iam/aws4_request' },
    body: new URLSearchParams({ Version: '2010-05-08', ...parameters }),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.text();
}
