import { setImmediate } from 'node:timers/promises';
import type { SnapshotSource } from '@plumbline/collector';
import type { SnapshotReader } from '@plumbline/model';
import { evaluateAll, type Pass, type Rule } from '@plumbline/rules';
import type { Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import type { ScanPart } from '../end-scan.ts';
import { ScanFailedError } from '../failure.ts';
import { scanBounds } from '../scope.ts';
import { withAccountLock } from './account-lock.ts';
import { beginAttempt, type Attempt } from './begin-attempt.ts';
import { readKnownState, type KnownResource } from './known-state.ts';
import { interruptible } from './interruptible.ts';
import { merge, type ScanResults } from './merge/merge.ts';
import { ProgressReporter } from './progress-reporter.ts';
import { ScanSink } from './scan-sink.ts';
import { Stage } from './stage.ts';
import { StoppedError } from './stopped.ts';
import { stageUnseen } from './unseen.ts';

export interface ScanAccountOptions {
  /** At least two connections: one is held throughout, one reports. */
  readonly db: Kysely<Tables>;
  readonly part: ScanPart;
  readonly sourceOf: (reference: string) => SnapshotSource;
  /** Every rule there is. */
  readonly registry: readonly Rule[];
  /** Aborted with the error to end by. */
  readonly stopping: AbortController;
}

/**
 * Makes one attempt at a scan's part: reads, evaluates, stages and merges.
 * @throws SourceError, ScanFailedError when it cannot be done; StoppedError when it is not to be done
 */
export async function scanAccount(options: ScanAccountOptions): Promise<void> {
  const { db, part, stopping } = options;
  await withAccountLock(db, part.accountId, stopping.signal, async (held) => {
    const attempt = await beginAttempt(held, part);
    if (!attempt) return;
    const progress = new ProgressReporter(db, part, attempt.reached, () =>
      stopping.abort(new StoppedError('cancelled')),
    );
    try {
      const results = await readAndStage(held, options, attempt, progress);
      stopping.signal.throwIfAborted();
      await progress.finish();
      await interruptible(db, held, cancelled(stopping.signal), () => merge(held, part, results));
    } catch (error) {
      throw stopping.signal.aborted ? stopping.signal.reason : error;
    } finally {
      await progress.stop();
    }
  });
}

async function readAndStage(
  db: Kysely<Tables>,
  { part, sourceOf, registry, stopping: { signal } }: ScanAccountOptions,
  { account, scope }: Attempt,
  progress: ProgressReporter,
): Promise<ScanResults> {
  const bounds = scanBounds(scope, account.regions, registry);
  const known = new Map<string, KnownResource>();
  // Beside the first pass, which needs none of it.
  const knownRead = readKnownState(db, known, { accountId: part.accountId, only: bounds.resources, signal });
  knownRead.catch(() => undefined);
  const stage = new Stage(db, part, signal);
  const batchDone = async () => {
    progress.set({ resources: sink.seen.size, current: sink.current });
    await stage.flushIfFull();
    // Lets timers and messages through, however fast the source is.
    await setImmediate();
    signal.throwIfAborted();
  };
  const sink = new ScanSink({ account, bounds, registry, known, stage, batchDone });
  const openPass = opener(sourceOf(account.source), account, progress, signal);
  const open = async (pass: Pass) => {
    if (pass.nth === pass.of) await knownRead;
    return openPass(pass);
  };
  const { header, completeListings } = await evaluateAll(open, bounds, sink).catch(async (error: unknown) => {
    // What is being staged is not to come after what clears the stage.
    await Promise.allSettled([knownRead, stage.settled()]);
    throw error;
  });
  for (const region of bounds.regions ?? [])
    if (region !== 'global' && !header.regions.includes(region)) sink.gaps.regionMissing(region);
  const { seen, gaps, unlistedParts, tally, unruled } = sink;
  const missing = stageUnseen(known, { bounds, registry, seen, completeListings, unlistedParts, gaps }, stage);
  await stage.flush();
  const rechecked = bounds.resources && { resources: [...seen], rules: bounds.rules.map((rule) => rule.id) };
  return { missing, tally, gaps: gaps.list(part.accountId), unruled, rechecked };
}

/** Only that: what interrupts a scan otherwise waits for a merge, after which there is nothing to do again. */
function cancelled(stopping: AbortSignal): AbortSignal {
  const cancelling = new AbortController();
  const cancel = () => {
    if (stopping.reason instanceof StoppedError && stopping.reason.why === 'cancelled')
      cancelling.abort(stopping.reason);
  };
  stopping.addEventListener('abort', cancel);
  if (stopping.aborted) cancel();
  return cancelling.signal;
}

/** Opens a source for one pass after the other, which together make the whole of the progress. */
function opener(source: SnapshotSource, account: Attempt['account'], progress: ProgressReporter, signal: AbortSignal) {
  return async (pass: Pass): Promise<SnapshotReader> => {
    const onBytes = (read: number, total: number) =>
      progress.set({ done: (pass.nth - 1) * total + read, total: pass.of * total });
    const reader = await source.open({ signal, onBytes, ids: pass.ids });
    const { account: recorded, provider } = reader.header;
    if (recorded !== account.externalId || provider !== account.provider) {
      await reader.records[Symbol.asyncIterator]().return?.();
      throw new ScanFailedError({
        code: 'WRONG_ACCOUNT',
        message: `The snapshot is of the ${provider} account ${recorded}, not of ${account.externalId}.`,
        hint: 'Give this account a snapshot of its own, or add the other one as an account.',
        source: source.name,
        line: 1,
      });
    }
    progress.set({ phase: pass.nth < pass.of ? 'COLLECTING' : 'EVALUATING' });
    return reader;
  };
}
