import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { pageCost } from '../../graphql/cost.ts';
import { DEFAULT_FACET_LIMIT, Facet, facetLimit } from '../../graphql/facet.ts';
import { Json } from '../../graphql/scalars.ts';
import { Account } from '../accounts/account.type.ts';
import { FindingFilter } from '../findings/finding-filter.args.ts';
import { FilteredPageArgs } from '../findings/finding.args.ts';
import { FindingPage } from '../findings/finding.page.ts';
import { ResourceFacetFieldEnum, ResourcesArgs, type ResourceFacetField } from './resource.args.ts';
import { ResourcePage } from './resource.page.ts';
import { Resource } from './resource.type.ts';

@Resolver(() => Resource)
export class ResourceResolver {
  @Query(() => ResourcePage, { description: 'Resources, by type and name.', complexity: pageCost })
  resources(@Args(() => ResourcesArgs) args: ResourcesArgs, @Ctx() { resources }: Context): Promise<ResourcePage> {
    return resources.page(args);
  }

  @Query(() => Resource, { nullable: true, description: "One resource by id or the cloud's own id." })
  resource(
    @Arg('id', () => ID, { description: "Id, or the cloud's own id, for example an ARN." }) id: string,
    @Ctx() { resources }: Context,
  ): Promise<Resource | null> {
    return resources.find(id);
  }

  @FieldResolver(() => Account, { description: 'Account.' })
  account(@Root() { accountKey }: Resource, @Ctx() { accounts }: Context): Promise<Account> {
    return accounts.get(accountKey);
  }

  @FieldResolver(() => Json, { description: 'Configuration as last read, by facet, secrets redacted.', complexity: 3 })
  config(@Root() { key }: Resource, @Ctx() { resources }: Context): Promise<unknown> {
    return resources.configOf(key);
  }

  @FieldResolver(() => FindingPage, { description: 'Findings on it, worst first.', complexity: pageCost })
  findings(
    @Root() { id }: Resource,
    @Args(() => FilteredPageArgs) { filter, first, after }: FilteredPageArgs,
    @Ctx() { findings }: Context,
  ): Promise<FindingPage> {
    return findings.page({ first, after, filter: Object.assign(new FindingFilter(), filter, { resource: [id] }) });
  }
}

@Resolver(() => ResourcePage)
export class ResourcePageResolver {
  @FieldResolver(() => [Facet], { description: 'Counts by field. Each leaves its own filter out.', complexity: 10 })
  facets(
    @Arg('fields', () => [ResourceFacetFieldEnum], { description: 'Fields.' }) fields: ResourceFacetField[],
    @Arg('limit', () => Int, { nullable: true, defaultValue: DEFAULT_FACET_LIMIT, description: 'Values each.' })
    limit: number | null,
    @Root() { criteria }: ResourcePage,
    @Ctx() { resources }: Context,
  ): Promise<Facet[]> {
    return resources.facets(criteria, fields, facetLimit(limit));
  }
}
