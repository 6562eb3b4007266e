import type { Facet } from './facet.ts';
import type { FacetsOf, ResourceType } from './resource-types.ts';

/** What names a resource. */
export interface ResourceIdentity {
  /** The vendor's type name, for example `AWS::S3::Bucket`. */
  readonly type: string;
  /** The ARN where the type has one, else the vendor's id. One resource an account has it. */
  readonly id: string;
  /** Name to show. */
  readonly name: string;
  /** `global` for what has no region. */
  readonly region: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A resource as it was recorded: of any type, with whatever facets were recorded. */
export interface RecordedResource extends ResourceIdentity {
  readonly facets: Readonly<Record<string, unknown>>;
}

/** A resource of a known type; each facet is a value, or says why it is none. A facet that is left out was not recorded. */
export interface Resource<Type extends ResourceType = ResourceType> extends ResourceIdentity {
  readonly type: Type;
  readonly facets: { readonly [Name in keyof FacetsOf<Type>]?: Facet<FacetsOf<Type>[Name]> };
}
