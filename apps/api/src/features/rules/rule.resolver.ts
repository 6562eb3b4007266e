import { placeholderTarget, requiredPermissions } from '@plumbline/rules';
import { examplesOf, severityChangesOf } from '@plumbline/rules/examples';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { pageCost } from '../../graphql/cost.ts';
import { DEFAULT_FACET_LIMIT, Facet, facetLimit } from '../../graphql/facet.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import { Audit } from './audit.type.ts';
import { Remediation } from './remediation.type.ts';
import { auditFor } from './rule-audit.ts';
import { RuleExample, SeverityChange } from './rule-example.type.ts';
import { remediationFor } from './rule-remediation.ts';
import { RuleFacetFieldEnum, RulesArgs, type RuleFacetField } from './rule.args.ts';
import { RulePage } from './rule.page.ts';
import { Rule } from './rule.type.ts';

@Resolver(() => Rule)
export class RuleResolver {
  @Query(() => RulePage, { description: 'Rules, by their keys.', complexity: pageCost })
  rules(@Args(() => RulesArgs) args: RulesArgs, @Ctx() { rules }: Context): RulePage {
    return rules.page(args);
  }

  @Query(() => Rule, { nullable: true, description: 'One rule by id or key.' })
  rule(@Arg('id', () => ID, { description: 'Id or key.' }) id: string, @Ctx() { rules }: Context): Rule | null {
    return rules.find(id);
  }

  @FieldResolver(() => [String], { description: 'Permissions needed to evaluate it.' })
  requiredPermissions(@Root() { definition }: Rule): readonly string[] {
    return requiredPermissions(definition);
  }

  @FieldResolver(() => Remediation, { description: 'Ways to fix it, with placeholders for names.', complexity: 3 })
  remediation(@Root() { definition }: Rule): Remediation {
    return remediationFor(definition, placeholderTarget(definition.resource));
  }

  @FieldResolver(() => Audit, { description: 'How to look by hand, with placeholders for names.', complexity: 2 })
  audit(@Root() { definition }: Rule): Audit {
    return auditFor(definition, placeholderTarget(definition.resource));
  }

  @FieldResolver(() => [SeverityChange], {
    description: 'When the severity of a finding is another than that of the rule, as its tests have it.',
    complexity: 2,
  })
  severityChanges(@Root() { key }: Rule): readonly SeverityChange[] {
    return severityChangesOf(key);
  }

  @FieldResolver(() => [RuleExample], {
    description: 'Worked examples that pass, fail, cannot be judged or do not apply; they are its tests.',
    complexity: 5,
  })
  examples(@Root() { key }: Rule): readonly RuleExample[] {
    return examplesOf(key);
  }

  @FieldResolver(() => SeverityCounts, { description: 'Open findings by severity.', complexity: 5 })
  openFindings(@Root() { key }: Rule, @Ctx() { findings }: Context): Promise<SeverityCounts> {
    return findings.openOfRule(key);
  }
}

@Resolver(() => RulePage)
export class RulePageResolver {
  @FieldResolver(() => [Facet], { description: 'Counts by field. Each leaves its own filter out.', complexity: 10 })
  facets(
    @Arg('fields', () => [RuleFacetFieldEnum], { description: 'Fields.' }) fields: RuleFacetField[],
    @Arg('limit', () => Int, { nullable: true, defaultValue: DEFAULT_FACET_LIMIT, description: 'Values each.' })
    limit: number | null,
    @Root() { filter }: RulePage,
    @Ctx() { rules }: Context,
  ): Facet[] {
    return rules.facets(filter, fields, facetLimit(limit));
  }
}
