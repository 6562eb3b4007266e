import type { RecordedResource } from '@plumbline/model';
import { TypeEvaluator } from '../../src/kernel/evaluate.ts';
import { rules, type Rule } from '../../src/index.ts';
import { LoadedAccount } from '../loaded-account.ts';
import { atMost, type Benchmark } from '../figure.ts';

const N = 5000;
/** Of fewer resources too little time is taken to be compared. */
const ENOUGH = 1000;
const ROUNDS = 5;
/** A rule that grows does so each time: of a rule that seems to, what it took least of counts. */
const TIMES = 3;
const GOAL = 2.2;

function leastGrowthOf(rule: Rule, small: LoadedAccount, large: LoadedAccount): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < TIMES && least > GOAL; time++) least = Math.min(least, growthOf(rule, small, large));
  return least;
}

/** How much more a rule takes of one account than of another. They take turns, so that whatever slows rounds down slows both. */
function growthOf(rule: Rule, small: LoadedAccount, large: LoadedAccount): number {
  const roundOver = ({ world }: LoadedAccount) => {
    const evaluator = new TypeEvaluator(rule.resource, [rule], world);
    return (account: LoadedAccount) =>
      account.parsed(rule.resource, (resource: RecordedResource) => evaluator.evaluate(resource)).batches;
  };
  const [overSmall, overLarge] = [roundOver(small), roundOver(large)];
  const rounds = Array.from({ length: ROUNDS }, () => ({ small: overSmall(small), large: overLarge(large) }));
  return leastOf(rounds.map((round) => round.large)) / leastOf(rounds.map((round) => round.small));
}

/** Of each batch the least counts: some rules take so little that what the garbage collector did in a round is more. */
function leastOf(rounds: readonly (readonly number[])[]): number {
  return (rounds[0] ?? []).reduce((sum, _, at) => sum + Math.min(...rounds.map((batches) => batches[at] ?? 0)), 0);
}

export const growth: Benchmark = {
  name: 'growth of the steepest rule',
  unit: '×',
  goal: atMost(GOAL),
  limit:
    'the rule about the roles of instances. An index keeps the last 1,024 targets that were found as they were read; the smaller account has 1,000 roles that instances run with, the larger has 2,000, and what is kept of such a role is read again for two instances in five. Twice as large again it is for three in five.',
  note: `Of each rule by itself, its time over an account of N = ${2 * N} against N = ${N}, relations included: the largest. The best of ${ROUNDS} rounds, batch by batch; what is over the goal is measured up to ${TIMES} times, and the least counts, as the largest of so many ratios is else what disturbed a round. Of types of which such an account has fewer than ${ENOUGH} resources, rules are not measured.`,
  measure: async () => {
    const once = await LoadedAccount.read(N);
    const twice = await LoadedAccount.read(2 * N);
    const measured = rules
      .filter(({ resource }) => once.linesOf(resource).length >= ENOUGH)
      .map((rule) => ({ rule, ratio: leastGrowthOf(rule, once, twice) }))
      .toSorted((a, b) => b.ratio - a.ratio);
    const [steepest] = measured;
    return {
      value: steepest?.ratio ?? Number.NaN,
      found: `${measured.length} rules; the steepest: ${steepest?.rule.id}.`,
    };
  },
};
