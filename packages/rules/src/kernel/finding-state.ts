import type { OutcomeStatus } from './outcome.ts';

/** What a finding says between scans. `passed` and `not-applicable` findings are closed. */
export interface FindingState {
  readonly result: OutcomeStatus;
  /** It failed when it was last read, and what it needs can no longer be read. */
  readonly stale: boolean;
  /** True once it has failed. */
  readonly hasFailed: boolean;
}

/**
 * What a scan saw for a finding: an outcome; `absent`, when its resource is missing from a complete listing; `unseen`, when
 * its resource is missing and nothing says that the listing was complete.
 */
export type Observation = OutcomeStatus | 'absent' | 'unseen';

export type FindingChange = 'detected' | 'resolved' | 'reopened' | 'went-stale' | 'became-unknown' | null;

/** The life of a finding. Only a verdict closes one: a lost permission does not look like a fix. */
export function nextFinding(
  before: FindingState | null,
  seen: Observation,
): { readonly state: FindingState | null; readonly change: FindingChange } {
  const hasFailed = before?.hasFailed ?? false;
  if (seen === 'fail') {
    const change = before?.result === 'fail' ? null : hasFailed ? 'reopened' : 'detected';
    return { state: { result: 'fail', stale: false, hasFailed: true }, change };
  }
  if (seen === 'unknown' || seen === 'unseen') return unread(before, seen);
  if (!before) return { state: null, change: null };
  const result = seen === 'absent' ? 'not-applicable' : seen;
  const wasOpen = before.result === 'fail' || before.result === 'unknown';
  return { state: { result, stale: false, hasFailed }, change: wasOpen ? 'resolved' : null };
}

function unread(before: FindingState | null, seen: 'unknown' | 'unseen') {
  if (before?.result === 'fail')
    return { state: { ...before, stale: true }, change: before.stale ? null : 'went-stale' } as const;
  if (seen === 'unseen') return { state: before, change: null };
  const change = before?.result === 'unknown' ? null : 'became-unknown';
  return { state: { result: 'unknown', stale: false, hasFailed: before?.hasFailed ?? false }, change } as const;
}
