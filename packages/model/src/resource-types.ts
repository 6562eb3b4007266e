import { ACCESS_ANALYZER_CATALOGUE, type AccessAnalyzerTypes } from './aws/access-analyzer.ts';
import { ACCOUNT_CATALOGUE, type AccountTypes } from './aws/account.ts';
import { EC2_CATALOGUE, type Ec2Types } from './aws/ec2.ts';
import { IAM_CATALOGUE, type IamTypes } from './aws/iam.ts';
import { S3_CATALOGUE, type S3Types } from './aws/s3.ts';
import type { Catalogue, FacetSource, TypeEntry } from './catalogue.ts';

/** Every resource type that rules can be written for, with its facets. */
export interface ResourceTypes extends AccessAnalyzerTypes, AccountTypes, Ec2Types, IamTypes, S3Types {}

export type ResourceType = keyof ResourceTypes;
export type FacetsOf<Type extends ResourceType> = ResourceTypes[Type];
export type FacetName<Type extends ResourceType> = keyof ResourceTypes[Type] & string;

/** Per type: its service, how it is listed, and the call and IAM action behind each facet. */
export const CATALOGUE: Catalogue<ResourceTypes> = {
  ...ACCESS_ANALYZER_CATALOGUE,
  ...ACCOUNT_CATALOGUE,
  ...EC2_CATALOGUE,
  ...IAM_CATALOGUE,
  ...S3_CATALOGUE,
};

/** The catalogue's entry for a type read from a recording; `undefined` for a type that no rule knows. */
export function typeEntry(type: string): TypeEntry | undefined {
  return Object.hasOwn(CATALOGUE, type) ? CATALOGUE[type as ResourceType] : undefined;
}

export function facetSource(type: string, facet: string): FacetSource | undefined {
  const facets = typeEntry(type)?.facets;
  return facets && Object.hasOwn(facets, facet) ? facets[facet] : undefined;
}

/** Service slug of any type, known or not: `AWS::Logs::LogGroup` → `logs`. */
export function serviceOf(type: string): string {
  return typeEntry(type)?.service ?? type.split('::')[1]?.toLowerCase() ?? 'unknown';
}
