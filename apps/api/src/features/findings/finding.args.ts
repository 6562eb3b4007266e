import type { OutcomeStatus, Severity } from '@plumbline/rules';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { EvaluationResultEnum } from '../../graphql/evaluation-result.ts';
import { PageArgs } from '../../graphql/page-args.ts';
import { SeverityEnum } from '../../graphql/severity.ts';
import { DirectionEnum, FindingOrderFieldEnum, type Direction, type FindingOrderField } from './finding.enums.ts';

@InputType({ description: 'Which findings. Values of one list are OR-ed, fields AND-ed.' })
export class FindingFilter {
  @Field(() => [ID], { nullable: true, description: 'Ids.' })
  ids?: string[] | null;

  @Field(() => [SeverityEnum], { nullable: true, description: 'Severities in force.' })
  severity?: Severity[] | null;

  @Field(() => [String], { nullable: true, description: 'Service slugs, for example ["s3", "iam"].' })
  service?: string[] | null;

  @Field(() => [EvaluationResultEnum], {
    nullable: true,
    description: 'Results; [FAIL] when left out. Give [] for all.',
  })
  result?: OutcomeStatus[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Account ids, or the clouds' own ids; `demo` for the demo account.",
  })
  account?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Regions.' })
  region?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Rule ids or keys; `aws-s3-*` works.' })
  rule?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Resource types.' })
  resourceType?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Resource ids, or the clouds' own ids (ARN); `*` is a wildcard.",
  })
  resource?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Text that occurs in message, rule, resource or tags.' })
  text?: string | null;
}

@InputType({ description: 'Order of findings. Ties are broken by id, so paging is stable.' })
export class FindingOrder {
  @Field(() => FindingOrderFieldEnum, { description: 'Field.' })
  field: FindingOrderField;

  @Field(() => DirectionEnum, { defaultValue: 'desc', description: 'Direction.' })
  direction: Direction;
}

@ArgsType()
export class FilteredPageArgs extends PageArgs {
  @Field(() => FindingFilter, { nullable: true, description: 'Which findings; those that fail when left out.' })
  filter?: FindingFilter | null;
}

export const WORST_FIRST: FindingOrder = { field: 'severity', direction: 'desc' };

@ArgsType()
export class FindingsArgs extends FilteredPageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words that must all occur in message, rule, resource or tags; AND-ed with `filter`. There are no `key:value` terms yet.',
  })
  query?: string | null;

  @Field(() => [FindingOrder], {
    nullable: true,
    defaultValue: [WORST_FIRST],
    description: 'Order: the first field first.',
  })
  orderBy?: FindingOrder[] | null;
}
