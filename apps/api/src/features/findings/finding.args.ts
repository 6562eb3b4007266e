import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/page-args.ts';
import { FindingFilter } from './finding-filter.args.ts';
import {
  DirectionEnum,
  FindingGroupFieldEnum,
  FindingOrderFieldEnum,
  type Direction,
  type FindingGroupField,
  type FindingOrderField,
} from './finding.enums.ts';

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
      'What the filter bar takes, for example `severity:critical,high service:s3 -tag:env=dev age:>30d "free text"`; AND-ed with `filter`. ' +
      'A query with a mistake finds nothing, and `parsedQuery` tells where the mistake is.',
  })
  query?: string | null;

  @Field(() => [FindingOrder], {
    nullable: true,
    defaultValue: [WORST_FIRST],
    description: 'Order: the first field first.',
  })
  orderBy?: FindingOrder[] | null;
}

@ArgsType()
export class FindingGroupsArgs extends PageArgs {
  @Field(() => FindingGroupFieldEnum, { description: 'Field.' })
  by: FindingGroupField;
}
