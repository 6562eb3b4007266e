import { Field, ObjectType } from 'type-graphql';
import { pageInfoOf, PageInfo, type Count, type Slice } from '../../graphql/connection.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import type { GroupDetails } from './finding-group.repository.ts';
import type { FindingGroupField } from './finding.enums.ts';

@ObjectType({ description: 'Findings with one value in common.' })
export class FindingGroup {
  readonly field: FindingGroupField;
  /** The value in the store. */
  readonly key: string;
  /** Read when first asked for, for all groups of the page at once. */
  readonly details: () => Promise<GroupDetails>;

  @Field(() => String, { description: 'Value to filter by.' })
  readonly value: string;

  @Field(() => String, { description: 'What to show.' })
  readonly label: string;

  @Field(() => SeverityCounts, { description: 'Counts by severity.' })
  readonly counts: SeverityCounts;

  constructor(group: Pick<FindingGroup, 'field' | 'key' | 'details' | 'value' | 'label' | 'counts'>) {
    this.field = group.field;
    this.key = group.key;
    this.details = group.details;
    this.value = group.value;
    this.label = group.label;
    this.counts = group.counts;
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
