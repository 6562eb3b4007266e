import type { OutcomeStatus } from '@plumbline/rules';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How many evaluations gave each result.' })
export class ResultCounts {
  @Field(() => Int, { description: 'Pass.' })
  pass = 0;

  @Field(() => Int, { description: 'Fail.' })
  fail = 0;

  @Field(() => Int, { description: 'Could not be evaluated.' })
  unknown = 0;

  @Field(() => Int, { description: 'Did not apply.' })
  notApplicable = 0;

  static of(counts: readonly { readonly outcome: OutcomeStatus; readonly n: number }[]): ResultCounts {
    const result = new ResultCounts();
    for (const { outcome, n } of counts) result[outcome === 'not-applicable' ? 'notApplicable' : outcome] += n;
    return result;
  }

  static from({ pass, fail, unknown, notApplicable }: Readonly<ResultCounts>): ResultCounts {
    return Object.assign(new ResultCounts(), { pass, fail, unknown, notApplicable });
  }

  static sum(all: readonly ResultCounts[]): ResultCounts {
    return ResultCounts.of(
      all.flatMap(({ pass, fail, unknown, notApplicable }) => [
        { outcome: 'pass' as const, n: pass },
        { outcome: 'fail' as const, n: fail },
        { outcome: 'unknown' as const, n: unknown },
        { outcome: 'not-applicable' as const, n: notApplicable },
      ]),
    );
  }
}
