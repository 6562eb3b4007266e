import type { Severity } from '@plumbline/rules';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { graphqlEnum } from '../../graphql/enum.ts';
import { PageArgs } from '../../graphql/page-args.ts';
import { SeverityEnum } from '../../graphql/severity.ts';
import { RuleSourceEnum, type RuleSource } from './rule-source.ts';

const RULE_FACET_FIELDS = ['category', 'service', 'severity'] as const;
export type RuleFacetField = (typeof RULE_FACET_FIELDS)[number];

export const RuleFacetFieldEnum = graphqlEnum('RuleFacetField', 'Fields of a rule with counts.', RULE_FACET_FIELDS, {
  category: 'Topic.',
  service: 'Service slug.',
  severity: 'Severity as shipped.',
});

@InputType({ description: 'Which rules. Values of one list are OR-ed, fields AND-ed.' })
export class RuleFilter {
  @Field(() => [ID], { nullable: true, description: 'Ids or keys; `aws-s3-*` works.' })
  ids?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Service slugs.' })
  service?: string[] | null;

  @Field(() => [SeverityEnum], { nullable: true, description: 'Severities as shipped.' })
  severity?: Severity[] | null;

  @Field(() => [String], { nullable: true, description: 'Topics.' })
  category?: string[] | null;

  @Field(() => [RuleSourceEnum], { nullable: true, description: 'Shipped or custom.' })
  source?: RuleSource[] | null;

  @Field(() => String, { nullable: true, description: 'Free text over title, key, description.' })
  text?: string | null;
}

@ArgsType()
export class RulesArgs extends PageArgs {
  @Field(() => RuleFilter, { nullable: true, description: 'Which rules; all when left out.' })
  filter?: RuleFilter | null;
}
