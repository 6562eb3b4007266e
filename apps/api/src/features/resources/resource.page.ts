import { ObjectType } from 'type-graphql';
import { connectionOf, type Count, type Slice } from '../../graphql/connection.ts';
import type { ResourceCriteria } from './resource.repository.ts';
import { Resource } from './resource.type.ts';

@ObjectType({ description: 'Page of resources.' })
export class ResourcePage extends connectionOf(Resource, 'ResourceEdge', 'resources') {
  /** What the page was made for, to count facets by. */
  readonly criteria: ResourceCriteria;

  constructor(slice: Slice<Resource>, count: Count, criteria: ResourceCriteria) {
    super(slice, count);
    this.criteria = criteria;
  }
}
