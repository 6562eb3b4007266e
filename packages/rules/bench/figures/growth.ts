import type { RecordedResource } from '@plumbline/model';
import { TypeEvaluator } from '../../src/kernel/evaluate.ts';
import { rules, type Rule } from '../../src/index.ts';
import { LoadedAccount } from '../loaded-account.ts';
import { atMost, type Benchmark } from '../figure.ts';

const N = 5000;
/** Of fewer resources too little time is taken to be compared. */
const ENOUGH = 1000;
const ROUNDS = 5;

/** The least time of a rule over the resources of its type, parsed anew for each round: nothing is remembered of them. */
function timeOf(rule: Rule, account: LoadedAccount): number {
  const evaluator = new TypeEvaluator(rule.resource, [rule], account.world);
  const times = Array.from({ length: ROUNDS }, () => {
    const { using } = account.parsed(rule.resource, (resource: RecordedResource) => evaluator.evaluate(resource));
    return using;
  });
  return Math.min(...times);
}

export const growth: Benchmark = {
  name: 'growth of the steepest rule',
  unit: '×',
  goal: atMost(2.2),
  note: `Of each rule by itself, its time over an account of N = ${2 * N} against N = ${N}, relations included: the largest. The best of ${ROUNDS} rounds. Of types of which such an account has fewer than ${ENOUGH} resources, rules are not measured.`,
  measure: async () => {
    const once = await LoadedAccount.read(N);
    const twice = await LoadedAccount.read(2 * N);
    const measured = rules
      .filter(({ resource }) => once.linesOf(resource).length >= ENOUGH)
      .map((rule) => {
        timeOf(rule, once);
        return { rule, ratio: timeOf(rule, twice) / timeOf(rule, once) };
      })
      .toSorted((a, b) => b.ratio - a.ratio);
    const [steepest] = measured;
    return {
      value: steepest?.ratio ?? Number.NaN,
      found: `${measured.length} rules; the steepest: ${steepest?.rule.id}.`,
    };
  },
};
