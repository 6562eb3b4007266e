import type { Kysely } from 'kysely';
import type { ScanProgress } from '../../store/scan-tables.ts';
import type { Tables } from '../../store/tables.ts';
import { appendEvents } from '../append-events.ts';
import { lockScan, type ScanPart } from '../end-scan.ts';
import { scanProgress } from '../progress.ts';
import { storableJson } from '../storable.ts';

const INTERVAL_MS = 250;

/** Keeps how far an attempt is, writes it when it has changed, and finds out meanwhile whether the scan is to be cancelled. */
export class ProgressReporter {
  readonly #db: Kysely<Tables>;
  readonly #part: ScanPart;
  readonly #onCancel: () => void;
  readonly #timer: NodeJS.Timeout;
  #progress: ScanProgress;
  #changed = true;
  #writing: Promise<void> = Promise.resolve();
  #idle = true;

  /** @param reached how far an earlier attempt came: the percentage does not go back. */
  constructor(db: Kysely<Tables>, part: ScanPart, reached: ScanProgress, onCancel: () => void) {
    this.#db = db;
    this.#part = part;
    this.#progress = { ...reached, phase: 'CONNECTING', done: 0, resources: 0 };
    this.#onCancel = onCancel;
    this.#timer = setInterval(() => this.#tick(), INTERVAL_MS);
  }

  set(change: Partial<Omit<ScanProgress, 'percent'>>): void {
    const next = { ...this.#progress, ...change };
    const percent = next.total === 0 ? 0 : Math.floor((100 * next.done) / next.total);
    this.#progress = { ...next, percent: Math.max(this.#progress.percent, Math.min(99, percent)) };
    this.#changed = true;
  }

  /** Writes a last word: what is left to do is the merge. */
  async finish(): Promise<void> {
    this.set({ phase: 'FINISHING', current: null });
    await this.#writing;
    await this.#write();
  }

  /** Stops, and waits for what is being written. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
  }

  /** One write at a time; a failed one is made up for by the next, and the attempt itself will meet what is wrong with the database. */
  #tick(): void {
    if (!this.#idle) return;
    this.#idle = false;
    this.#writing = this.#write()
      .catch(() => undefined)
      .finally(() => (this.#idle = true));
  }

  async #write(): Promise<void> {
    const { scanId, accountId } = this.#part;
    const progress = this.#progress;
    const changed = this.#changed;
    this.#changed = false;
    await this.#db.transaction().execute(async (trx) => {
      const scan = await lockScan(trx, scanId);
      if (!scan || scan.cancel_requested_at) return this.#onCancel();
      if (!changed) return;
      const updated = await trx
        .updateTable('scan_account')
        .set({ progress: storableJson(progress) })
        .where('scan_id', '=', scanId)
        .where('account_id', '=', accountId)
        .where('status', '=', 'RUNNING')
        .executeTakeFirst();
      if (updated.numUpdatedRows === 0n) return;
      const parts = await trx.selectFrom('scan_account').select('progress').where('scan_id', '=', scanId).execute();
      const payload = scanProgress(parts.map((part) => part.progress));
      await appendEvents(trx, scanId, [{ kind: 'progressed', payload }]);
    });
  }
}
