import path from 'node:path';
import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

test('an empty environment gives the defaults', () => {
  expect(readEnv({ PORT: '', HOST: ' ' })).toEqual({
    host: '127.0.0.1',
    port: 4000,
    data: path.resolve('.plumbline'),
    snapshots: path.resolve('.plumbline/snapshots'),
    rules: null,
    databaseUrl: null,
    pgBin: null,
    scans: null,
    retention: { scanDays: 365, historyDays: 365 },
    demo: true,
    logLevel: 'info',
    slowMs: 500,
  });
});

test('everything can be set, and snapshots follow the data directory', () => {
  const env = readEnv({
    HOST: '::1',
    PORT: '4711',
    PLUMBLINE_DATA: '/srv/plumbline',
    PLUMBLINE_DEMO: 'off',
    PLUMBLINE_SCANS: '3',
    PLUMBLINE_KEEP_SCANS_DAYS: '30',
    PLUMBLINE_KEEP_HISTORY_DAYS: '90',
    PLUMBLINE_LOG: 'warn',
    PLUMBLINE_SLOW_MS: '20',
    PLUMBLINE_RULES: '/srv/rules',
    DATABASE_URL: 'postgresql:///plumbline?host=/run/postgresql',
    PG_BIN: '/opt/postgres/bin',
  });
  expect(env).toEqual({
    host: '::1',
    port: 4711,
    data: '/srv/plumbline',
    snapshots: '/srv/plumbline/snapshots',
    rules: '/srv/rules',
    databaseUrl: 'postgresql:///plumbline?host=/run/postgresql',
    pgBin: '/opt/postgres/bin',
    scans: 3,
    retention: { scanDays: 30, historyDays: 90 },
    demo: false,
    logLevel: 'warn',
    slowMs: 20,
  });
});

test.each(['0.0.0.0', '::', '192.168.1.4', 'plumbline.example.com', '127.0.0.2'])(
  'HOST=%s is refused by name, with the reason',
  (host) => {
    expect(() => readEnv({ HOST: host })).toThrow(
      new RegExp(`HOST is ${host.replaceAll('.', '\\.')},.* no sign-in yet`),
    );
  },
);

test.each(['0', '65536', '-1', '4000x', '4e3', '80.5'])('PORT=%s is refused', (port) => {
  expect(() => readEnv({ PORT: port })).toThrow(`PORT is ${port}: use a number from 1 to 65535.`);
});

test.each(['0', '100', '-1', 'all', '1.5'])('PLUMBLINE_SCANS=%s is refused', (scans) => {
  expect(() => readEnv({ PLUMBLINE_SCANS: scans })).toThrow(`PLUMBLINE_SCANS is ${scans}: use how many`);
});

test('every bad value has its own line, and a password is not repeated', () => {
  const bad = {
    PORT: 'http',
    PLUMBLINE_DEMO: 'maybe',
    PLUMBLINE_LOG: 'loud',
    PLUMBLINE_SLOW_MS: '1s',
    DATABASE_URL: 'mysql://root:hunter2@db/plumbline',
  };
  expect(() => readEnv(bad)).toThrow(
    /^PORT is http.*\nPLUMBLINE_DEMO is maybe.*\nPLUMBLINE_LOG is loud: .*info.*\nPLUMBLINE_SLOW_MS is 1s.*\nDATABASE_URL (?!.*hunter2).*$/,
  );
});
