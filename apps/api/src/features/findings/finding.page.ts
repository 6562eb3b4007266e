import { Field, ObjectType } from 'type-graphql';
import { connectionOf, type Slice } from '../../graphql/connection.ts';
import type { SeverityCounts } from '../../graphql/severity.ts';
import type { FindingCriteria } from './finding-criteria.ts';
import { Finding } from './finding.type.ts';
import { ParsedQuery } from './parsed-query.type.ts';

interface Counted {
  readonly list: string;
  readonly criteria: FindingCriteria;
  readonly severities: () => Promise<SeverityCounts>;
  readonly parsedQuery: ParsedQuery | null;
}

@ObjectType({ description: 'Page of findings, with counts that cost no paging.' })
export class FindingPage extends connectionOf(Finding, 'FindingEdge', 'findings') {
  @Field(() => ParsedQuery, {
    nullable: true,
    description: 'How `query` was understood; null when none was given.',
  })
  readonly parsedQuery: ParsedQuery | null;

  /** Names the list that this is a page of, for cursors. */
  readonly list: string;
  /** What the page was made for, to count by. */
  readonly criteria: FindingCriteria;
  /** Counted once, when first asked for. */
  readonly severities: () => Promise<SeverityCounts>;

  constructor(slice: Slice<Finding>, { list, criteria, severities, parsedQuery }: Counted) {
    super(slice, async () => (await severities()).total());
    this.parsedQuery = parsedQuery;
    this.list = list;
    this.criteria = criteria;
    this.severities = severities;
  }
}
