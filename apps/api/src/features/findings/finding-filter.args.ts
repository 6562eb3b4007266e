import type { OutcomeStatus, Severity } from '@plumbline/rules';
import { Field, ID, InputType } from 'type-graphql';
import { FindingDeltaEnum, type FindingDelta } from './finding.enums.ts';
import { EvaluationResultEnum } from '../../graphql/evaluation-result.ts';
import { SeverityEnum } from '../../graphql/severity.ts';
import { TagMatch } from '../../graphql/tag-match.ts';
import { TimeRange } from '../../graphql/time-range.ts';

@InputType()
abstract class FindingTraits {
  @Field(() => [SeverityEnum], { nullable: true, description: 'Severities in force.' })
  severity?: Severity[] | null;

  @Field(() => [String], { nullable: true, description: 'Service slugs, for example ["s3", "iam"].' })
  service?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Account ids, or the clouds' own ids; `demo` for the demo account.",
  })
  account?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Regions.' })
  region?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Rule ids or keys; `aws-s3-*` works.' })
  rule?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Framework ids or keys, with or without version: findings of the rules that give evidence for them.',
  })
  framework?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Requirement ids or keys, for example cis-aws@6.0.0/3.1.4.',
  })
  requirement?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Resource types.' })
  resourceType?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Resource ids, the clouds' own ids (ARN), or names; `*` is a wildcard.",
  })
  resource?: string[] | null;

  @Field(() => [TagMatch], { nullable: true, description: 'Resource tags.' })
  tag?: TagMatch[] | null;

  @Field(() => [FindingDeltaEnum], {
    nullable: true,
    description: 'Changes since the scan before. Where RESOLVED is among them, `result` is all when left out.',
  })
  delta?: FindingDelta[] | null;

  @Field(() => TimeRange, { nullable: true, description: 'First seen in this range.' })
  firstSeen?: TimeRange | null;

  @Field(() => TimeRange, { nullable: true, description: 'Resolved in this range.' })
  resolved?: TimeRange | null;

  @Field(() => String, { nullable: true, description: 'Text that occurs in message, rule, resource or tags.' })
  text?: string | null;
}

@InputType({ description: 'Which findings to leave out: those that have any one of these values, whatever the field.' })
export class FindingExclusion extends FindingTraits {
  @Field(() => [EvaluationResultEnum], { nullable: true, description: 'Results.' })
  result?: OutcomeStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: stale ones. False: those that are not.' })
  stale?: boolean | null;
}

@InputType({ description: 'Which findings. Values of one list are OR-ed, fields AND-ed.' })
export class FindingFilter extends FindingTraits {
  @Field(() => [ID], { nullable: true, description: 'Ids.' })
  ids?: string[] | null;

  @Field(() => [EvaluationResultEnum], {
    nullable: true,
    description: 'Results; [FAIL] when left out. Give [] for all.',
  })
  result?: OutcomeStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those whose facts could no longer be read. False: only those whose facts could.',
  })
  stale?: boolean | null;

  @Field(() => FindingExclusion, { nullable: true, description: 'Excluded.' })
  not?: FindingExclusion | null;
}
