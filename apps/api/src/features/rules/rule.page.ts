import { ObjectType } from 'type-graphql';
import { connectionOf, type Count, type Slice } from '../../graphql/connection.ts';
import type { RuleFilter } from './rule.args.ts';
import { Rule } from './rule.type.ts';

@ObjectType({ description: 'Page of rules.' })
export class RulePage extends connectionOf(Rule, 'RuleEdge', 'rules') {
  /** What the page was made for, to count facets by. */
  readonly filter: RuleFilter;

  constructor(slice: Slice<Rule>, count: Count, filter: RuleFilter) {
    super(slice, count);
    this.filter = filter;
  }
}
