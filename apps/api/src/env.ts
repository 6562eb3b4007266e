import path from 'node:path';
import { LOG_LEVELS, type LogLevel } from './logging/log.ts';
import type { Retention } from './scan/retention/delete-old.ts';

/** What the environment says. The only place that reads it. */
export interface Env {
  /** A loopback address. */
  readonly host: string;
  readonly port: number;
  /** Absolute path of the data directory. */
  readonly data: string;
  /** Absolute path of the directory whose snapshots may be read by name. */
  readonly snapshots: string;
  /** Absolute path of the directory with the user's own rules. */
  readonly rules: string | null;
  /** Of a PostgreSQL server to use instead of our own. */
  readonly databaseUrl: string | null;
  /** Directory with PostgreSQL's programs. */
  readonly pgBin: string | null;
  /** Accounts scanned at a time. `null`: as many as the machine has cores for. */
  readonly scans: number | null;
  /** For how many days old scans and history are kept. */
  readonly retention: Retention;
  /** Whether the demo account is loaded. */
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  /** Statements of requests and scans that take longer, in milliseconds, are written to the log. */
  readonly slowMs: number;
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Throws one error that names every bad value, a line each. Relative paths are of the working directory. */
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  const problems: string[] = [];
  const read = (name: string) => variables[name]?.trim() || null;

  const host = read('HOST') ?? '127.0.0.1';
  if (!LOOPBACK.includes(host)) {
    problems.push(
      `HOST is ${host}, which is not a loopback address. Plumbline has no sign-in yet, so whoever reached it would see every finding: ` +
        `use ${LOOPBACK.join(', ')}.`,
    );
  }
  const port = read('PORT') ?? '4000';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    problems.push(`PORT is ${port}: use a number from 1 to 65535.`);

  const scans = read('PLUMBLINE_SCANS');
  if (scans !== null && !/^[1-9]\d?$/.test(scans))
    problems.push(`PLUMBLINE_SCANS is ${scans}: use how many accounts to scan at a time, 1 to 99.`);

  const keptDays = (name: string) => {
    const days = read(name) ?? '365';
    if (!/^[1-9]\d{0,4}$/.test(days)) problems.push(`${name} is ${days}: use a number of days, 1 to 99999.`);
    return Number(days);
  };
  const retention = {
    scanDays: keptDays('PLUMBLINE_KEEP_SCANS_DAYS'),
    historyDays: keptDays('PLUMBLINE_KEEP_HISTORY_DAYS'),
  };

  const demo = read('PLUMBLINE_DEMO') ?? 'on';
  if (demo !== 'on' && demo !== 'off') problems.push(`PLUMBLINE_DEMO is ${demo}: use on or off.`);

  const logLevel = read('PLUMBLINE_LOG') ?? 'info';
  if (!isLogLevel(logLevel)) problems.push(`PLUMBLINE_LOG is ${logLevel}: use one of ${LOG_LEVELS.join(', ')}.`);

  const slowMs = read('PLUMBLINE_SLOW_MS') ?? '500';
  if (!/^\d{1,7}$/.test(slowMs)) problems.push(`PLUMBLINE_SLOW_MS is ${slowMs}: use milliseconds, for example 500.`);

  const databaseUrl = read('DATABASE_URL');
  // It may hold a password, so it is not repeated.
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    problems.push(
      'DATABASE_URL is not the address of a PostgreSQL server: use postgres://user:password@host:5432/database.',
    );
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));

  const data = path.resolve(read('PLUMBLINE_DATA') ?? '.plumbline');
  const snapshots = read('PLUMBLINE_SNAPSHOTS');
  const rules = read('PLUMBLINE_RULES');
  const pgBin = read('PG_BIN');
  return {
    host,
    port: Number(port),
    data,
    snapshots: snapshots ? path.resolve(snapshots) : path.join(data, 'snapshots'),
    rules: rules ? path.resolve(rules) : null,
    databaseUrl,
    pgBin: pgBin ? path.resolve(pgBin) : null,
    scans: scans === null ? null : Number(scans),
    retention,
    demo: demo === 'on',
    logLevel: logLevel as LogLevel,
    slowMs: Number(slowMs),
  };
}

function isLogLevel(text: string): text is LogLevel {
  return LOG_LEVELS.some((level) => level === text);
}
