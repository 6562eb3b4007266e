import { requirementsOf, type Assessment } from '@plumbline/rules';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { listCost } from '../../graphql/cost.ts';
import { Rule } from '../rules/rule.type.ts';
import { ScopeArgs } from './framework.args.ts';
import { Framework, FrameworkSection } from './framework.type.ts';
import { AssessmentKindEnum, Requirement, RequirementResult, RuleResult } from './requirement.type.ts';

@Resolver(() => Requirement)
export class RequirementResolver {
  @Query(() => Requirement, { nullable: true, description: 'One requirement by id or key.' })
  requirement(
    @Arg('id', () => ID, { description: 'Id, or key such as cis-aws@6.0.0/2.1.4.' }) id: string,
    @Ctx() { frameworks }: Context,
  ): Requirement | null {
    return frameworks.findRequirement(id);
  }

  @FieldResolver(() => Framework, { description: 'Framework.' })
  framework(@Root() { definition }: Requirement): Framework {
    return new Framework(definition.framework);
  }

  @FieldResolver(() => FrameworkSection, { nullable: true, description: 'Chapter.' })
  section(@Root() { definition: { framework, section } }: Requirement): FrameworkSection | null {
    const found = framework.sections.find(({ number }) => number === section);
    return found ? new FrameworkSection(framework, found) : null;
  }

  @FieldResolver(() => AssessmentKindEnum, { description: 'Whether rules can decide it.' })
  assessment(@Root() { definition }: Requirement, @Ctx() { frameworks }: Context): Assessment {
    return frameworks.assessment(definition);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What rules do not look at, where they decide a part of it; null otherwise.',
  })
  limits(@Root() { definition }: Requirement, @Ctx() { frameworks }: Context): string | null {
    return frameworks.assessment(definition) === 'partial' ? definition.limits : null;
  }

  @FieldResolver(() => [Rule], { description: 'Rules that give evidence.', complexity: listCost(5) })
  rules(@Root() { definition }: Requirement, @Ctx() { frameworks }: Context): readonly Rule[] {
    return frameworks.rules(definition).map((rule) => new Rule(rule));
  }

  @FieldResolver(() => RequirementResult, { description: 'Outcome for some accounts.', complexity: 1 })
  result(
    @Args(() => ScopeArgs) { scope }: ScopeArgs,
    @Root() { definition }: Requirement,
    @Ctx() { frameworks }: Context,
  ): Promise<RequirementResult> {
    return frameworks.requirementResult(definition, scope);
  }
}

@Resolver(() => RequirementResult)
export class RequirementResultResolver {
  @FieldResolver(() => [RuleResult], { description: 'What came of each rule for it.', complexity: listCost(5) })
  rules(@Root() { ruleResults }: RequirementResult): readonly RuleResult[] {
    return ruleResults();
  }
}

@Resolver(() => RuleResult)
export class RuleResultResolver {
  @FieldResolver(() => Rule, { description: 'The rule.' })
  rule(@Root() { rule }: RuleResult): Rule {
    return rule;
  }
}

@Resolver(() => Rule)
export class RuleRequirementsResolver {
  @FieldResolver(() => [Requirement], {
    description: 'Framework requirements it gives evidence for, in every version of the frameworks.',
    complexity: listCost(20),
  })
  requirements(@Root() { definition }: Rule): readonly Requirement[] {
    return requirementsOf(definition.controls).map((requirement) => new Requirement(requirement));
  }
}
