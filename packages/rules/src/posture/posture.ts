import type { Severity } from '../kernel/severity.ts';
import type { RuleCounts } from './rule-counts.ts';

/** What of a rule the score needs, with what came of it. */
export interface RuleResult {
  readonly rule: { readonly id: string; readonly severity: Severity; readonly service: string };
  readonly counts: RuleCounts;
}

/** How much a rule weighs, by its severity. */
export const WEIGHTS: Readonly<Record<Severity, number>> = { critical: 10, high: 5, medium: 3, low: 1, info: 0 };

export const POSTURE_FORMULA =
  'Score = 100 × Σ (weight × pass rate) ÷ Σ weight, over all rules that passed or failed somewhere. Weight is 10 for critical rules, 5 for high, 3 for medium, 1 for low and 0 for info. A rule’s pass rate is passes ÷ (passes + failures). Confidence = evaluated ÷ (evaluated + unknown): what could not be read lowers the confidence, never the score.';

export interface Posture {
  /** 0 to 100; `null` where no rule with a weight has an outcome. */
  readonly score: number | null;
  /** 0 to 1: passes and failures among all evaluations that were called for; `null` where there are none. */
  readonly confidence: number | null;
}

export function posture(results: readonly RuleResult[]): Posture {
  const sum = (of: (counts: RuleCounts) => number) => results.reduce((total, { counts }) => total + of(counts), 0);
  const evaluated = sum(({ pass, fail }) => pass + fail);
  const asked = evaluated + sum(({ unknown }) => unknown);
  return { score: scoreOf(weighed(results)), confidence: asked === 0 ? null : evaluated / asked };
}

export const SCORE_DIMENSIONS = ['severity', 'service'] as const;
export type ScoreDimension = (typeof SCORE_DIMENSIONS)[number];

/** A part of a score. The parts' `lost` add up to what the whole lacks of 100. */
export interface ScorePart {
  readonly key: string;
  /** Share of the whole, 0 to 1. */
  readonly weight: number;
  /** 0 to 100, of this part alone. */
  readonly score: number;
  /** Points that the whole loses by it. */
  readonly lost: number;
}

/** The largest loss first. */
export function scoreParts(results: readonly RuleResult[], by: ScoreDimension): readonly ScorePart[] {
  const all = weighed(results);
  const total = totalWeight(all);
  return [...Map.groupBy(all, ({ rule }) => rule[by])]
    .map(([key, members]) => ({
      key,
      weight: totalWeight(members) / total,
      score: scoreOf(members) ?? 0,
      lost: members.reduce((lost, each) => lost + loss(each, total), 0),
    }))
    .toSorted((a, b) => b.lost - a.lost || b.weight - a.weight || (a.key < b.key ? -1 : 1));
}

/** A fix and what it brings. */
export interface Gain {
  readonly ruleId: string;
  /** Failures that it ends. */
  readonly findings: number;
  /** Points that the score rises by when the rule passes wherever it fails now. */
  readonly gain: number;
}

/** The largest gain first. What fails and brings nothing, as it weighs nothing, is left out. */
export function gains(results: readonly RuleResult[]): readonly Gain[] {
  const all = weighed(results);
  const total = totalWeight(all);
  return all
    .map((each) => ({ ruleId: each.rule.id, findings: each.counts.fail, gain: loss(each, total) }))
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain || (a.ruleId < b.ruleId ? -1 : 1));
}

type Weighed = RuleResult & { readonly weight: number; readonly passRate: number };

/** Rules that count: those with a weight and an outcome. In one order, so that sums are the same to the last digit. */
function weighed(results: readonly RuleResult[]): readonly Weighed[] {
  return results
    .filter(({ rule, counts }) => WEIGHTS[rule.severity] > 0 && counts.pass + counts.fail > 0)
    .map((each) => ({
      ...each,
      weight: WEIGHTS[each.rule.severity],
      passRate: each.counts.pass / (each.counts.pass + each.counts.fail),
    }))
    .toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}

function totalWeight(results: readonly Weighed[]): number {
  return results.reduce((sum, { weight }) => sum + weight, 0);
}

function scoreOf(results: readonly Weighed[]): number | null {
  const total = totalWeight(results);
  return total === 0 ? null : (100 * results.reduce((sum, each) => sum + each.weight * each.passRate, 0)) / total;
}

function loss({ weight, passRate }: Weighed, total: number): number {
  return (100 * weight * (1 - passRate)) / total;
}
