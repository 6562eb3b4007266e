/**
 * How many comparisons one rule may make about one resource. Policies that fill AWS's limits, all of one user, take some
 * hundred thousand; this many take a few seconds. Counted, not timed, so that the same input has the same answer on every machine.
 */
const MOST = 3_000_000;

let left = Infinity;

/** Begins to count anew. */
export function beginEffort(): void {
  left = MOST;
}

/** Ends the counting: outside the engine there is no limit. */
export function endEffort(): void {
  left = Infinity;
}

/** Counts comparisons that are about to be made. @throws when there have been too many */
export function spend(comparisons: number): void {
  left -= comparisons;
  if (left < 0) throw new Error('there is too much in it to compare');
}
