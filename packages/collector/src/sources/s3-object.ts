import type { GetObjectCommandOutput, S3Client } from '@aws-sdk/client-s3';
import { s3Fault } from './s3-fault.ts';
import type { OpenStored } from './stored.ts';
import { SourceError } from '../source-error.ts';

export interface S3Reference {
  readonly bucket: string;
  readonly key: string;
  /** What to call it in messages. */
  readonly name: string;
}

/** An object in S3, of any region. Needs `s3:GetObject`, also when it is opened again: a version id would need `s3:GetObjectVersion`. */
export function s3ObjectSource({ bucket, key, name }: S3Reference): OpenStored {
  let first: string | undefined;
  return async (signal) => {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    const client = await newClient();
    try {
      const command = new GetObjectCommand({ Bucket: bucket, Key: key, ...(first && { IfMatch: first }) });
      const object = await client.send(command, { ...(signal && { abortSignal: signal }) });
      first ??= object.ETag;
      return { size: object.ContentLength ?? 0, chunks: chunksOf(object.Body, client, name) };
    } catch (error) {
      client.destroy();
      throw new SourceError(name, s3Fault(error));
    }
  };
}

/** The SDK is loaded only when an object is read: it takes longer than all the rest of a start. */
async function newClient(): Promise<S3Client> {
  const { S3Client } = await import('@aws-sdk/client-s3');
  return new S3Client({
    followRegionRedirects: true,
    // As the AWS CLI does it: a bucket's name before the host of an S3 lookalike is a name that no DNS knows.
    forcePathStyle: Boolean(process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL']),
    requestHandler: { connectionTimeout: 10_000, socketTimeout: 300_000 },
  });
}

async function* chunksOf(
  body: GetObjectCommandOutput['Body'],
  client: S3Client,
  name: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    if (body) yield* body as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new SourceError(name, s3Fault(error));
  } finally {
    client.destroy();
  }
}
