import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { graphqlEnum } from '../../graphql/enum.ts';
import { PageArgs } from '../../graphql/page-args.ts';

export const RESOURCE_FACET_FIELDS = ['account', 'region', 'service', 'type'] as const;
export type ResourceFacetField = (typeof RESOURCE_FACET_FIELDS)[number];

export const ResourceFacetFieldEnum = graphqlEnum(
  'ResourceFacetField',
  'Fields of a resource with counts.',
  RESOURCE_FACET_FIELDS,
  { account: 'Account.', region: 'Region.', service: 'Service slug.', type: 'Resource type.' },
);

@InputType({ description: 'Which resources. Values of one list are OR-ed, fields AND-ed.' })
export class ResourceFilter {
  @Field(() => [ID], { nullable: true, description: "Ids, or the clouds' own ids." })
  ids?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Account ids, or the clouds' own ids; `demo` for the demo account.",
  })
  account?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Types.' })
  type?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Service slugs.' })
  service?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Regions.' })
  region?: string[] | null;

  @Field(() => String, { nullable: true, description: "Text in the name, the cloud's own id or the tags." })
  text?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Deleted ones too.' })
  includeDeleted?: boolean | null;
}

@ArgsType()
export class ResourcesArgs extends PageArgs {
  @Field(() => ResourceFilter, { nullable: true, description: 'Which resources; all that are there when left out.' })
  filter?: ResourceFilter | null;
}
