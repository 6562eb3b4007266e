import { ObjectType } from 'type-graphql';
import { connectionOf, type Slice } from '../../graphql/connection.ts';
import type { SeverityCounts } from '../../graphql/severity.ts';
import type { FindingCriteria } from './finding-criteria.ts';
import { Finding } from './finding.type.ts';

@ObjectType({ description: 'Page of findings, with counts that cost no paging.' })
export class FindingPage extends connectionOf(Finding, 'FindingEdge', 'findings') {
  /** What the page was made for, to count by. */
  readonly criteria: FindingCriteria;
  /** Counted once, when first asked for. */
  readonly severities: () => Promise<SeverityCounts>;

  constructor(slice: Slice<Finding>, criteria: FindingCriteria, severities: () => Promise<SeverityCounts>) {
    super(slice, async () => (await severities()).total());
    this.criteria = criteria;
    this.severities = severities;
  }
}
