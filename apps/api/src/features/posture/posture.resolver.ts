import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity/cjs';
import type { Context } from '../../context.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import { Account } from '../accounts/account.type.ts';
import { Rule } from '../rules/rule.type.ts';
import { ResultCounts } from '../scans/result-counts.type.ts';
import { Posture, ScoreDimensionEnum, ScorePart, TopAction, type ScoreDimension } from './posture.type.ts';
import { ScopeInput } from './scope.args.ts';

@Resolver(() => Posture)
export class PostureResolver {
  @Query(() => Posture, { description: 'State of the estate in one number.', complexity: 5 })
  posture(
    @Arg('scope', () => ScopeInput, { nullable: true, description: 'Part of the estate; all when left out.' })
    scope: ScopeInput | null,
    @Ctx() { posture }: Context,
  ): Promise<Posture> {
    return posture.in(scope);
  }

  @FieldResolver(() => [ScorePart], { description: 'Parts of the score, the largest loss first.', complexity: 5 })
  breakdown(
    @Arg('by', () => ScoreDimensionEnum, { defaultValue: 'severity', description: 'What to break it down by.' })
    by: ScoreDimension,
    @Root() root: Posture,
    @Ctx() { posture }: Context,
  ): readonly ScorePart[] {
    return posture.breakdown(root, by);
  }

  @FieldResolver(() => [TopAction], {
    description: 'The few fixes that raise the score most.',
    complexity: ({ args, childComplexity }: ComplexityEstimatorArgs) =>
      5 + Math.max((args as { first: number }).first, 1) * (1 + childComplexity),
  })
  topActions(
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many.' }) first: number,
    @Root() root: Posture,
    @Ctx() { posture }: Context,
  ): readonly TopAction[] {
    return posture.topActions(root, first);
  }

  @FieldResolver(() => ResultCounts, { description: 'Evaluations that the score rests on, as they stand now.' })
  counts(@Root() root: Posture, @Ctx() { posture }: Context): ResultCounts {
    return posture.counts(root);
  }

  @FieldResolver(() => SeverityCounts, { description: 'Open findings by severity.', complexity: 5 })
  openFindings(@Root() root: Posture, @Ctx() { posture }: Context): Promise<SeverityCounts> {
    return posture.openFindings(root);
  }
}

@Resolver(() => TopAction)
export class TopActionResolver {
  @FieldResolver(() => Rule, { description: 'The rule to make pass.' })
  rule(@Root() { rule }: TopAction): Rule {
    return rule;
  }
}

@Resolver(() => Account)
export class AccountPostureResolver {
  @FieldResolver(() => Posture, { description: 'Posture of this account.', complexity: 5 })
  posture(@Root() { key }: Account, @Ctx() { posture }: Context): Promise<Posture> {
    return posture.ofAccount(key);
  }
}
