import type { OutcomeStatus, Severity } from '@plumbline/rules';
import { Field, ObjectType } from 'type-graphql';
import { EvaluationResultEnum } from '../../graphql/evaluation-result.ts';
import { Json } from '../../graphql/scalars.ts';
import { SeverityEnum } from '../../graphql/severity.ts';

@ObjectType({ description: 'A resource configuration and what the rule says of it.' })
export class RuleExample {
  @Field(() => String, { description: 'What is the case, in a few words.' })
  name: string;

  @Field(() => EvaluationResultEnum, { description: 'What comes out.' })
  expected: OutcomeStatus;

  @Field(() => String, {
    nullable: true,
    description: 'What the rule says: what is wrong, what is missing or why it does not apply; null where it passes.',
  })
  says: string | null;

  @Field(() => SeverityEnum, { nullable: true, description: 'Severity of a failure.' })
  severity: Severity | null;

  @Field(() => Json, {
    description:
      'What the rule reads of the resource, with the names the cloud gives it. What the resource is related to is not told.',
  })
  config: unknown;
}

@ObjectType({ description: "A severity other than the rule's own, and when a finding has it." })
export class SeverityChange {
  @Field(() => SeverityEnum, { description: 'Severity.' })
  severity: Severity;

  @Field(() => String, { description: 'Why, in the words of one such finding.' })
  because: string;
}
