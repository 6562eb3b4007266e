import { expect, test } from 'vitest';
import { createLog } from './log.ts';
import { logDestination } from './log-destination.ts';

/** What is written to an output. */
function written(isTTY: boolean): string {
  let text = '';
  const log = createLog('info', logDestination({ isTTY, write: (chunk) => (text += chunk) }));
  log.info({ operation: 'Named' }, 'request');
  log.warn({ requestId: 'mine' }, 'A statement took 812 ms.');
  log.error({ err: new Error('at postgres://u:hunter2@h/d') }, 'Something went wrong.');
  return text;
}

test('programs get every line as JSON', () => {
  const lines = written(false).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(['info', 'warn', 'error']);
});

test('a person at a terminal is told what went wrong, in plain words and without secrets', () => {
  expect(written(true)).toMatch(
    /^Warning: A statement took 812 ms\. \(request mine\)\nError: Something went wrong\.\nError: at postgres:\/\/u:\[redacted\]@h\/d\n {4}at /,
  );
});
