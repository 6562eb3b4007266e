import type { Requirement } from './framework.ts';

/**
 * How much of a requirement rules can decide. Every requirement has exactly one of these:
 *
 * - `manual`: a person must judge it: its benchmark says so, or (where a framework does not say) it is about people, paper or premises.
 *   It stays manual when a rule looks at part of it: the rule's findings are evidence for the person, never the verdict.
 * - `uncovered`: rules could decide it, at least in part, and none is written for it.
 * - `partial`: rules decide a part, and `Requirement.limits` says what they leave out. A failure is a failure of the requirement; a pass is one
 *   of that part alone.
 * - `automated`: rules decide all that it asks for.
 */
export const ASSESSMENTS = ['automated', 'partial', 'manual', 'uncovered'] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

/** @param rules number of rules that give evidence for it */
export function assessmentOf({ byHand, limits }: Requirement, rules: number): Assessment {
  if (byHand) return 'manual';
  if (rules === 0) return 'uncovered';
  return limits === null ? 'automated' : 'partial';
}

/** How many requirements there are of each kind. */
export function countAssessments(assessments: readonly Assessment[]): Readonly<Record<Assessment, number>> {
  const counts = { automated: 0, partial: 0, manual: 0, uncovered: 0 };
  for (const assessment of assessments) counts[assessment]++;
  return counts;
}
