import type { FacetsOf, ResourceType } from '../resource-types.ts';
import type { Facet, NotCollected, NotCollectedReason } from '../facet.ts';
import type { Resource } from '../resource.ts';

export const TEST_ACCOUNT = '111122223333';
export const TEST_REGION = 'eu-west-1';

/** What a builder's caller may set: facets by their own names, and the identity. A facet set to `undefined` was not recorded. */
export type Overrides<Type extends ResourceType> = {
  readonly [Name in keyof FacetsOf<Type>]?: Facet<FacetsOf<Type>[Name]> | undefined;
} & Partial<Pick<Resource<Type>, 'id' | 'name' | 'region' | 'tags'>>;

/** A resource from a healthy default and what a test or fixture wants otherwise. */
export function build<Type extends ResourceType>(
  type: Type,
  identity: Pick<Resource<Type>, 'id' | 'name' | 'region'>,
  facets: FacetsOf<Type>,
  overrides: Overrides<Type>,
): Resource<Type> {
  const { id, name, region, tags, ...changed } = overrides;
  return {
    type,
    id: id ?? identity.id,
    name: name ?? identity.name,
    region: region ?? identity.region,
    tags: tags ?? {},
    facets: withoutUndefined({ ...facets, ...changed }),
  };
}

function withoutUndefined(facets: object): object {
  return Object.fromEntries(Object.entries(facets).filter(([, value]) => value !== undefined));
}

/** A facet that could not be read. */
export function notCollected(action: string, reason: NotCollectedReason = 'ACCESS_DENIED'): NotCollected {
  const message = reason === 'THROTTLED' ? 'Rate exceeded' : `not authorized to perform: ${action}`;
  return { notCollected: { reason, action, message } };
}
