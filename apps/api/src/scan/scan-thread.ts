import { Worker } from 'node:worker_threads';
import type { SnapshotOptions } from './read-header.ts';
import type { PoolConfig } from 'pg';
import type { RuleFiles } from '../custom-rules/rule-files.ts';
import type { ScanPart } from './end-scan.ts';
import type { StatementReport } from './statement-report.ts';

export interface ScanThreadData {
  readonly part: ScanPart;
  readonly connection: PoolConfig;
  readonly snapshots: SnapshotOptions;
  /** The user's own rules, as they were at the start. */
  readonly ruleFiles: RuleFiles | null;
  /** Statements that take longer, in milliseconds, are told with their text. */
  readonly slowMs: number;
}

/** What a thread is told: to end the scan, or to leave it to a later attempt. */
export type ScanThreadOrder = 'cancelled' | 'interrupted';

/** What a thread tells: that it has heard an order; what its statements took; and how it ended: `again`, when it was interrupted. */
export type ScanThreadMessage = 'heard' | ThreadEnd | StatementReport;

type ThreadEnd = 'ended' | 'again';

/** A thread that has not heard an order by then is at something that it cannot be called from, as a huge document or a rule without end. */
const HEARS_MS = 1000;

/**
 * What a thread makes lives for one resource, so little room is enough for it: three parts of 4 MB. By default V8 takes up to 16 for each,
 * which takes a third more memory and no less time. (What lives longer is collected each time it has grown by 30 %, as `npm start` says
 * for the whole process: another quarter of the memory.)
 */
const YOUNG_MB = 12;

/** One attempt at a scan's part, in a thread of its own. */
export class ScanThread {
  readonly #worker: Worker;
  #hears: NodeJS.Timeout | undefined;
  #deaf = false;
  /** `deaf`, when it did not hear an order and was killed. Rejects when it failed for a reason that may be gone at the next attempt. */
  readonly ended: Promise<ThreadEnd | 'deaf'>;

  constructor(data: ScanThreadData, onStatements: (report: StatementReport) => void) {
    // Beside this file there is `.ts` where it runs from source and `.js` where it was built.
    const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
    this.#worker = new Worker(new URL(`./job/scan-worker${extension}`, import.meta.url), {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.ended = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: ScanThreadMessage) => {
        if (typeof message === 'object') return onStatements(message);
        clearTimeout(this.#hears);
        if (message !== 'heard') resolve(message);
      });
      this.#worker.once('error', reject);
      this.#worker.once('exit', (code) => {
        clearTimeout(this.#hears);
        if (this.#deaf) resolve('deaf');
        else reject(new Error(`The scan's thread ended with code ${code}.`));
      });
    });
  }

  stop(why: ScanThreadOrder): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage(why);
    this.#hears ??= setTimeout(() => {
      this.#deaf = true;
      void this.#worker.terminate();
    }, HEARS_MS);
  }
}
