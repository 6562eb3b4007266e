import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

// To be loaded before the product (`--import`). At each SIGUSR2 it writes how late its event loop was since the one before.

const RESOLUTION_MS = 10;
const file = process.env['PLUMBLINE_EVENT_LOOP'];
if (isMainThread && file !== undefined) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  process.on('SIGUSR2', () => {
    const told = { p50: late(delay.percentile(50)), p99: late(delay.percentile(99)), max: late(delay.max) };
    delay.reset();
    writeFileSync(file, JSON.stringify(told));
  });
}

/** In milliseconds. A sample is the time between two ticks of a timer. */
function late(ns: number): number {
  return Math.max(0, ns / 1e6 - RESOLUTION_MS);
}
