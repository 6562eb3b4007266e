import type { Assessment } from './coverage.ts';
import { addCounts, type RuleCounts } from '../posture/rule-counts.ts';

export const REQUIREMENT_STATUSES = [
  'passed',
  'failed',
  'unknown',
  'manual-pending',
  'not-covered',
  'no-data',
] as const;
export type RequirementStatus = (typeof REQUIREMENT_STATUSES)[number];

/**
 * The outcome of a requirement in some accounts.
 * @param counts of each rule that gives evidence for it, over these accounts
 */
export function requirementStatus(assessment: Assessment, counts: readonly RuleCounts[]): RequirementStatus {
  if (assessment === 'manual') return 'manual-pending';
  if (assessment === 'uncovered') return 'not-covered';
  const { pass, fail, unknown, unscanned } = addCounts(counts);
  if (fail > 0) return 'failed';
  if (pass + unknown === 0) return 'no-data';
  return unknown + unscanned > 0 ? 'unknown' : 'passed';
}

export type RequirementCounts = Readonly<Record<RequirementStatus, number>>;

/** How many requirements have each outcome. */
export function countStatuses(statuses: readonly RequirementStatus[]): RequirementCounts {
  const counts = Object.fromEntries(REQUIREMENT_STATUSES.map((status) => [status, 0])) as Record<
    RequirementStatus,
    number
  >;
  for (const status of statuses) counts[status]++;
  return counts;
}

/** Passed of those that are decided, 0 to 100; `null` where none is. What is manual, not covered, unknown or without data is no part of it. */
export function frameworkScore({ passed, failed }: RequirementCounts): number | null {
  return passed + failed === 0 ? null : (100 * passed) / (passed + failed);
}
