import type { Kysely } from 'kysely';
import type { Log } from '../logging/log.ts';
import type { Tables } from '../store/tables.ts';
import { REMOVAL_STEPS } from './removal-steps.repository.ts';

/** Rows of a step, each in a transaction of its own, so that nothing else waits for long. */
const ROWS = 5000;

/** Deletes what removed accounts had, step by step: what a step has done stays done, whatever becomes of the process. */
export class AccountRemovals {
  readonly #db: Kysely<Tables>;
  readonly #log: Log;
  readonly #rows: number;
  readonly #underWay = new Map<string, Promise<void>>();
  #stopped = false;

  /**
   * @param db without a limit to the time of statements
   * @param rows deleted at a time
   */
  constructor(db: Kysely<Tables>, log: Log, rows = ROWS) {
    this.#db = db;
    this.#log = log;
    this.#rows = rows;
  }

  /** Takes up what an earlier process did not come to the end of. */
  async resume(): Promise<void> {
    for (const { id } of await this.#db.selectFrom('removed_account').select('id').execute()) void this.#finish(id);
  }

  /** Goes to work, and waits for the end, at most so many milliseconds; what is left then is done all the same. */
  async finish(accountId: string, withinMs: number): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((resolve) => (late = setTimeout(resolve, withinMs)));
    await Promise.race([this.#finish(accountId), tooLate]);
    clearTimeout(late);
  }

  /** Waits for the steps that are under way. The next start takes up the rest. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#underWay.values());
  }

  #finish(accountId: string): Promise<void> {
    const known = this.#underWay.get(accountId);
    if (known) return known;
    const work = this.#deleteAll(accountId)
      .catch((error: unknown) =>
        this.#log.error(
          { err: error, accountId },
          'A removed account could not be deleted. The next start tries again.',
        ),
      )
      .finally(() => this.#underWay.delete(accountId));
    this.#underWay.set(accountId, work);
    return work;
  }

  async #deleteAll(accountId: string): Promise<void> {
    for (const step of REMOVAL_STEPS)
      do if (this.#stopped) return;
      while ((await step(this.#db, { accountId, rows: this.#rows })) > 0);
    await this.#db.deleteFrom('removed_account').where('id', '=', accountId).execute();
  }
}
