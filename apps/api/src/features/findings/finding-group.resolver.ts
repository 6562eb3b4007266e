import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity/cjs';
import type { Context } from '../../context.ts';
import { asksBelow } from '../../graphql/asked-below.ts';
import { pageCost } from '../../graphql/cost.ts';
import { Node } from '../../graphql/node.ts';
import { FindingGroup, FindingGroupPage } from './finding-group.type.ts';
import { FindingGroupsArgs } from './finding.args.ts';
import { FindingPage } from './finding.page.ts';

@Resolver(() => FindingPage)
export class FindingGroupsResolver {
  @FieldResolver(() => FindingGroupPage, {
    description: 'Grouped counts, for example one row a rule, under the same filter.',
    complexity: (field: ComplexityEstimatorArgs) => 10 + pageCost(field),
  })
  groups(
    @Args(() => FindingGroupsArgs) args: FindingGroupsArgs,
    @Root() { list, criteria }: FindingPage,
    @Ctx() { findingGroups }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FindingGroupPage> {
    return findingGroups.page({ list, criteria }, args, asksBelow(info, ['resourceCount', 'oldestAt']));
  }
}

@Resolver(() => FindingGroupPage)
export class FindingGroupPageResolver {
  @FieldResolver(() => Int, { description: 'Number of groups, on all pages.', complexity: 2 })
  totalCount(@Root() { count }: FindingGroupPage): Promise<number> | number {
    return count();
  }
}

@Resolver(() => FindingGroup)
export class FindingGroupResolver {
  @FieldResolver(() => Node, {
    nullable: true,
    description: 'The rule, resource or account itself where the group is one.',
  })
  node(@Root() group: FindingGroup, @Ctx() { findingGroups }: Context): Promise<Node | null> {
    return findingGroups.nodeOf(group);
  }
}
