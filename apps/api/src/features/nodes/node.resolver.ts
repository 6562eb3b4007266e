import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity/cjs';
import type { Context } from '../../context.ts';
import { Node } from '../../graphql/node.ts';
import { findNode, findNodes } from './find-node.ts';

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Anything by its id.' })
  node(@Arg('id', () => ID, { description: 'Id.' }) id: string, @Ctx() context: Context): Promise<Node | null> {
    return findNode(context, id);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Several by id, in the same order; null for those not found.',
    complexity: ({ args, childComplexity }: ComplexityEstimatorArgs) =>
      ((args as { ids: readonly string[] }).ids.length || 1) * (1 + childComplexity),
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Ids, at most 500.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(Node | null)[]> {
    return findNodes(context, ids);
  }
}
