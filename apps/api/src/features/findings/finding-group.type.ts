import { Field, Int, ObjectType } from 'type-graphql';
import { pageInfoOf, PageInfo, type Count, type Slice } from '../../graphql/connection.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import type { FindingGroupField } from './finding.enums.ts';

@ObjectType({ description: 'Findings with one value in common.' })
export class FindingGroup {
  readonly field: FindingGroupField;
  /** The value in the store. */
  readonly key: string;
  @Field(() => String, { description: 'Value to filter by.' })
  readonly value: string;

  @Field(() => String, { description: 'What to show.' })
  readonly label: string;

  @Field(() => SeverityCounts, { description: 'Counts by severity.' })
  readonly counts: SeverityCounts;

  /** This and the next are `null` where nobody asked for them. */
  @Field(() => Int, { description: 'Different resources.' })
  readonly resourceCount: number | null;

  @Field(() => DateTime, { description: 'Oldest first-seen in the group.' })
  readonly oldestAt: Date | null;

  constructor(group: FindingGroup) {
    this.field = group.field;
    this.key = group.key;
    this.value = group.value;
    this.label = group.label;
    this.counts = group.counts;
    this.resourceCount = group.resourceCount;
    this.oldestAt = group.oldestAt;
  }
}

@ObjectType({ description: 'Page of groups.' })
export class FindingGroupPage {
  @Field(() => [FindingGroup], {
    description:
      'Items: the group with most critical findings first, of those with as many the one with most high ones.',
  })
  readonly nodes: readonly FindingGroup[];

  @Field(() => PageInfo, { description: 'Where this page sits.' })
  readonly pageInfo: PageInfo;

  /** Counts all groups; called when someone asks. */
  readonly count: Count;

  constructor(slice: Slice<FindingGroup>, count: Count) {
    this.nodes = slice.edges.map(({ node }) => node);
    this.pageInfo = pageInfoOf(slice);
    this.count = count;
  }
}
