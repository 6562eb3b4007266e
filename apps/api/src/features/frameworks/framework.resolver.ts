import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { listCost } from '../../graphql/cost.ts';
import { LevelArgs, RequirementsArgs, ScopedLevelArgs } from './framework.args.ts';
import {
  Framework,
  FrameworkCoverage,
  FrameworkResult,
  FrameworkSection,
  RequirementCounts,
} from './framework.type.ts';
import { Requirement } from './requirement.type.ts';

@Resolver(() => Framework)
export class FrameworkResolver {
  @Query(() => [Framework], {
    description: 'Frameworks; of several versions of one the newest first.',
    complexity: listCost(12),
  })
  frameworks(
    @Arg('current', () => Boolean, { defaultValue: true, description: 'Only the newest version of each.' })
    current: boolean,
    @Ctx() { frameworks }: Context,
  ): readonly Framework[] {
    return frameworks.all(current);
  }

  @Query(() => Framework, { nullable: true, description: 'One framework by id or key.' })
  framework(
    @Arg('id', () => ID, { description: 'Id, or key such as cis-aws@6.0.0.' }) id: string,
    @Ctx() { frameworks }: Context,
  ): Framework | null {
    return frameworks.find(id);
  }

  @FieldResolver(() => [FrameworkSection], {
    description: 'Chapters, each after the one it lies in.',
    complexity: listCost(10),
  })
  sections(@Root() { definition }: Framework): readonly FrameworkSection[] {
    return definition.sections.map((section) => new FrameworkSection(definition, section));
  }

  @FieldResolver(() => [Requirement], { description: 'Its requirements, in its order.', complexity: listCost(20) })
  requirements(
    @Args(() => RequirementsArgs) args: RequirementsArgs,
    @Root() { definition }: Framework,
    @Ctx() { frameworks }: Context,
  ): Promise<Requirement[]> {
    return frameworks.requirements(definition, args);
  }

  @FieldResolver(() => FrameworkCoverage, { description: 'How much of it rules can decide.', complexity: 5 })
  coverage(
    @Args(() => LevelArgs) { level }: LevelArgs,
    @Root() { definition }: Framework,
    @Ctx() { frameworks }: Context,
  ): FrameworkCoverage {
    return frameworks.coverage(definition, level);
  }

  @FieldResolver(() => FrameworkResult, { description: 'Outcome for some accounts.', complexity: 5 })
  result(
    @Args(() => ScopedLevelArgs) args: ScopedLevelArgs,
    @Root() { definition }: Framework,
    @Ctx() { frameworks }: Context,
  ): Promise<FrameworkResult> {
    return frameworks.result(definition, args);
  }
}

@Resolver(() => FrameworkSection)
export class FrameworkSectionResolver {
  @FieldResolver(() => RequirementCounts, { description: 'Outcomes of what lies in it.', complexity: 2 })
  counts(
    @Args(() => ScopedLevelArgs) args: ScopedLevelArgs,
    @Root() { framework, number }: FrameworkSection,
    @Ctx() { frameworks }: Context,
  ): Promise<RequirementCounts> {
    return frameworks.sectionCounts(framework, number, args);
  }
}
