import { expect, test } from 'vitest';
import { redacted } from './redact.ts';

const throughLog = (fields: unknown): unknown => JSON.parse(redacted(JSON.stringify(fields)));

test.each([
  [
    { msg: 'at postgres://plumbline:hunter2@db:5432/p?x=1' },
    { msg: 'at postgres://plumbline:[redacted]@db:5432/p?x=1' },
  ],
  [{ msg: 'postgresql://u:p%40ss:w@h/d' }, { msg: 'postgresql://u:[redacted]@h/d' }],
  [{ msg: 'key AKIAIOSFODNN7EXAMPLE is off' }, { msg: 'key [redacted] is off' }],
  [{ msg: 'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG' }, { msg: 'aws_secret_access_key = [redacted]' }],
  [
    { headers: { Authorization: 'Bearer a', cookie: 'b="c"', host: 'h' } },
    { headers: { Authorization: '[redacted]', cookie: '[redacted]', host: 'h' } },
  ],
  [
    { variables: { input: { sessionToken: 'x\\"y', name: 'n' } } },
    { variables: { input: { sessionToken: '[redacted]', name: 'n' } } },
  ],
  [{ body: '{"password":"a b","user":"u"}' }, { body: '{"password":"[redacted]","user":"u"}' }],
  [{ msg: 'Authorization: Bearer eyJhbGciOi.x.y' }, { msg: 'Authorization: Bearer [redacted]' }],
  [
    { msg: 'https://docs.example/a:b', password: '' },
    { msg: 'https://docs.example/a:b', password: '[redacted]' },
  ],
])('%j', (fields, safe) => {
  expect(throughLog(fields)).toEqual(safe);
});

test('what is no secret stays', () => {
  const fields = {
    sql: 'select * from token where a = $1',
    requestId: 'a-b',
    arn: 'arn:aws:s3:::token',
    operation: 'Secrets',
  };
  expect(throughLog(fields)).toEqual(fields);
});
