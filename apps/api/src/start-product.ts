import { setTimeout as sleep } from 'node:timers/promises';
import { rules } from '@plumbline/rules';
import { loadCustomRules } from './custom-rules/load-custom-rules.ts';
import { readRuleFiles } from './custom-rules/rule-files.ts';
import type { Env } from './env.ts';
import { TIMEOUTS } from './http/timeouts.ts';
import { createLog, type Log } from './logging/log.ts';
import { logDestination } from './logging/log-destination.ts';
import { makeDirectories } from './make-directories.ts';
import { Metrics } from './metrics/metrics.ts';
import { watchScans } from './metrics/watch-database.ts';
import { AccountRemovals } from './removal/account-removals.ts';
import { loadDemo } from './scan/demo.ts';
import { startRetention } from './scan/retention/retention-job.ts';
import { startScanRunner } from './scan/start-scan-runner.ts';
import { startHttpServer } from './server.ts';
import { openStore } from './store/open-store.ts';

export interface Product {
  readonly url: string;
  /** Stops everything in order. Once `hurry` says so, only the database is waited for. */
  stop(hurry: AbortSignal): Promise<void>;
}

interface Part {
  stop(): Promise<void>;
  /** After so long the next part is stopped all the same: what was not finished, the next start takes up again. */
  readonly patienceMs: number;
  /** What that means, for the log. */
  readonly brokenOff: string;
}

/** Starts the parts one after the other. Where one cannot, or `interrupted` says so, it stops those that run and throws. */
export async function startProduct(env: Env, interrupted: AbortSignal): Promise<Product> {
  const parts: Part[] = [];
  const stop = async (hurry: AbortSignal) => {
    for (const part of parts.splice(0).toReversed()) await stopPart(part, hurry, log);
  };
  const snapshots = { directory: env.snapshots };
  const metrics = new Metrics();
  const log = createLog(env.logLevel, logDestination());
  try {
    makeDirectories({ PLUMBLINE_DATA: env.data, PLUMBLINE_SNAPSHOTS: env.snapshots });
    const ruleFiles = env.rules === null ? null : readRuleFiles(env.rules);
    const custom = ruleFiles ? await loadCustomRules(ruleFiles) : [];
    const store = await openStore(env);
    parts.push({ stop: () => store.close(), patienceMs: Infinity, brokenOff: '' });
    interrupted.throwIfAborted();

    const scans = await startScanRunner({
      store,
      snapshots,
      ruleFiles,
      concurrency: env.scans,
      log,
      statements: watchScans(metrics, log, env.slowMs),
    });
    parts.push({
      stop: () => scans.stop(),
      patienceMs: 6000,
      brokenOff: 'A scan was broken off by the stop. The next start takes it up again.',
    });
    interrupted.throwIfAborted();
    if (env.demo) await Promise.race([loadDemo(store.db, scans, snapshots), rejection(interrupted)]);

    const retention = await startRetention(store, env.retention, log);
    parts.push({
      stop: () => retention.stop(),
      patienceMs: 6000,
      brokenOff: 'The deletion of what is old was broken off by the stop. It goes on the next night.',
    });
    interrupted.throwIfAborted();

    const removals = new AccountRemovals(store.db, log);
    await removals.resume();
    parts.push({
      stop: () => removals.stop(),
      patienceMs: 3000,
      brokenOff: 'The removal of an account was broken off by the stop. The next start goes on with it.',
    });

    const http = await startHttpServer({
      store,
      scans,
      removals,
      env,
      rules: [...rules, ...custom],
      log,
      metrics,
    }).catch((error: NodeJS.ErrnoException) => {
      throw listenError(error, env);
    });
    parts.push({
      stop: () => http.stop(),
      patienceMs: TIMEOUTS.grace + 3000,
      brokenOff: 'Requests were broken off by the stop.',
    });
    interrupted.throwIfAborted();
    return { url: http.url, stop };
  } catch (error) {
    await stop(new AbortController().signal);
    throw error;
  }
}

async function stopPart(part: Part, hurry: AbortSignal, log: Log): Promise<void> {
  const stopped = part
    .stop()
    .catch((error: unknown) => log.error({ err: error }, 'A part of Plumbline did not stop in order.'))
    .then(() => 'stopped');
  if (part.patienceMs === Infinity) return void (await stopped);
  const done = new AbortController();
  const signal = AbortSignal.any([hurry, done.signal]);
  const outcome = await Promise.race([stopped, sleep(part.patienceMs, 'late', { signal }).catch(() => 'late')]);
  done.abort();
  if (outcome === 'late') log.warn(part.brokenOff);
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

function listenError(error: NodeJS.ErrnoException, { host, port }: Env): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Error(`Port ${port} on ${host} is in use. Stop the program that uses it, or set PORT to another.`);
    case 'EACCES':
      return new Error(`Port ${port} is for privileged programs. Set PORT to a number above 1023.`);
    case 'EADDRNOTAVAIL':
      return new Error(`This machine has no address ${host}. Set HOST to 127.0.0.1.`);
    default:
      return error;
  }
}
