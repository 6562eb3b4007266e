import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity/cjs';
import type { Context } from '../../context.ts';
import { pageCost } from '../../graphql/cost.ts';
import { PageArgs } from '../../graphql/page-args.ts';
import { DateTime, Json } from '../../graphql/scalars.ts';
import { ResourceVersionPage } from './resource-history.type.ts';
import { Resource } from './resource.type.ts';

@Resolver(() => Resource)
export class ResourceHistoryResolver {
  @FieldResolver(() => ResourceVersionPage, {
    description: 'What it was over time, newest first, as far as that is kept.',
    complexity: (field: ComplexityEstimatorArgs) => 3 * pageCost(field),
  })
  history(
    @Args(() => PageArgs) args: PageArgs,
    @Root() resource: Resource,
    @Ctx() { resourceHistory }: Context,
  ): Promise<ResourceVersionPage> {
    return resourceHistory.page(resource, args);
  }

  @FieldResolver(() => Json, {
    nullable: true,
    description:
      'What was changed since then, as a JSON Patch (RFC 6902) of its configuration; null where it was not there then, or that is no longer kept.',
    complexity: 5,
  })
  configDiff(
    @Arg('since', () => DateTime, { description: 'The earlier moment.' }) since: Date,
    @Root() resource: Resource,
    @Ctx() { resourceHistory }: Context,
  ): Promise<unknown> {
    return resourceHistory.diffSince(resource, since);
  }
}
