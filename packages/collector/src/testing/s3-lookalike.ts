import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server that speaks as much of S3 as a test says. What S3 really answers is tested against moto, in `*.aws.test.ts`. */
export async function s3Lookalike(answer: Answer): Promise<{ port: number; stop: () => Promise<unknown> }> {
  const server = createServer((request, response) => answer(response, request));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as AddressInfo).port, stop };
}

/** An error as S3 answers it. */
export function s3Error(status: number, code: string, message = 'What S3 says.'): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(
      `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
    );
  };
}

/** Sets the environment of the AWS SDK, and keeps it from anything else it would look into. */
export function awsEnvironment(variables: Record<string, string>): void {
  for (const name of Object.keys(process.env).filter((name) => name.startsWith('AWS_'))) vi.stubEnv(name, undefined);
  const nowhere = { AWS_CONFIG_FILE: '/nonexistent', AWS_SHARED_CREDENTIALS_FILE: '/nonexistent' };
  for (const [name, value] of Object.entries({ ...nowhere, AWS_EC2_METADATA_DISABLED: 'true', ...variables }))
    vi.stubEnv(name, value);
}

export const CREDENTIALS: Record<string, string> = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'testing',
  AWS_SECRET_ACCESS_KEY: 'sesame',
};
