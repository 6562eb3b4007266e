import { Field, Int, ObjectType } from 'type-graphql';
import { pageInfoOf, PageInfo, type Count, type Slice } from '../../graphql/connection.ts';
import { Actor, PLUMBLINE } from '../../graphql/actor.ts';
import { graphqlEnum } from '../../graphql/enum.ts';
import { globalId } from '../../graphql/global-id.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import type { FindingEventTable } from '../../store/tables.ts';
import type { TimelineRow } from './timeline.repository.ts';

type TimelineKind = FindingEventTable['kind'];

const TIMELINE_KINDS = [
  'detected',
  'changed',
  'resolved',
  'reopened',
  'went-stale',
  'became-unknown',
] as const satisfies readonly TimelineKind[];

const TimelineKindEnum = graphqlEnum('TimelineKind', 'Kinds of event in the life of a finding.', TIMELINE_KINDS, {
  detected: 'It failed for the first time.',
  changed: 'It reads otherwise than before.',
  resolved: 'It passed, or its resource was gone.',
  reopened: 'It had been resolved, and failed again.',
  'went-stale': 'It failed before and could no longer be looked at.',
  'became-unknown': 'It could not be evaluated.',
});

@ObjectType({ implements: Node, description: 'An event in the life of a finding.' })
export class TimelineEvent extends Node {
  /** Its finding's resource's key in the store. */
  readonly resourceKey: string;
  /** The key in the store of the scan that it comes from, which may be gone by now. */
  readonly scanKey: string;

  @Field(() => DateTime, { description: 'When.' })
  readonly at: Date;

  @Field(() => TimelineKindEnum, { description: 'Kind.' })
  readonly kind: TimelineKind;

  @Field(() => String, { description: 'One line.' })
  readonly summary: string;

  @Field(() => Actor, { description: 'Who.' })
  readonly actor = PLUMBLINE;

  constructor(row: TimelineRow, resourceKey: string) {
    super();
    this.id = globalId('event', String(row.id));
    this.resourceKey = resourceKey;
    this.scanKey = row.scan_id;
    this.at = row.at;
    this.kind = row.kind;
    this.summary = row.message;
  }
}

@ObjectType({ description: 'Page of events.' })
export class TimelinePage {
  @Field(() => [TimelineEvent], { description: 'Items.' })
  readonly nodes: readonly TimelineEvent[];

  @Field(() => PageInfo, { description: 'Where this page sits.' })
  readonly pageInfo: PageInfo;

  readonly #count: Count;

  constructor(slice: Slice<TimelineEvent>, count: Count) {
    this.nodes = slice.edges.map(({ node }) => node);
    this.pageInfo = pageInfoOf(slice);
    this.#count = count;
  }

  @Field(() => Int, { description: 'Number of items, on all pages.', complexity: 2 })
  totalCount(): Promise<number> | number {
    return this.#count();
  }
}
