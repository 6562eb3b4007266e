import { Field, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../graphql/enum.ts';

const EFFORTS = ['minutes', 'hours', 'days'] as const;
export type Effort = (typeof EFFORTS)[number];

const EffortEnum = graphqlEnum('Effort', 'How hard.', EFFORTS, {
  minutes: 'Minutes.',
  hours: 'Hours.',
  days: 'Days.',
});

const REMEDIATION_KINDS = ['console', 'cli', 'terraform', 'cloudformation'] as const;
export type RemediationKind = (typeof REMEDIATION_KINDS)[number];

const RemediationKindEnum = graphqlEnum('RemediationKind', 'Kinds of fix.', REMEDIATION_KINDS, {
  console: "Steps in the vendor's console.",
  cli: "Commands of the vendor's CLI.",
  terraform: 'Terraform configuration.',
  cloudformation: 'A CloudFormation template.',
});

@ObjectType({ description: 'One way to fix it.' })
export class RemediationOption {
  @Field(() => RemediationKindEnum, { description: 'Kind.' })
  kind: RemediationKind;

  @Field(() => String, { description: 'Language for highlighting.' })
  language: string;

  @Field(() => String, { description: 'Text to copy, or Markdown steps for CONSOLE.' })
  content: string;

  @Field(() => String, { nullable: true, description: 'Anything to mind.' })
  caveat: string | null;
}

@ObjectType({ description: 'Ways to fix something.' })
export class Remediation {
  @Field(() => String, { description: 'In a sentence or two.' })
  summary: string;

  @Field(() => String, { description: 'What can break.' })
  impact: string;

  @Field(() => EffortEnum, { description: 'How hard.' })
  effort: Effort;

  @Field(() => [RemediationOption], { description: 'One tab each, with names filled in where a resource is known.' })
  options: readonly RemediationOption[];
}
