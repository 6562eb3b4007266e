import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../graphql-env.d.ts';
import type { Json } from './json.ts';

/** Documents, typed by `apps/api/schema.graphql`. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; JSON: Json; JsonPointer: string; URL: string };
}>();

export { readFragment, type FragmentOf, type ResultOf, type VariablesOf } from 'gql.tada';

/** An enum of the schema, as a union of its values. */
export type Severity = ReturnType<typeof graphql.scalar<'Severity'>>;
export type EvaluationResult = ReturnType<typeof graphql.scalar<'EvaluationResult'>>;
export type RequirementStatus = ReturnType<typeof graphql.scalar<'RequirementStatus'>>;
export type AssessmentKind = ReturnType<typeof graphql.scalar<'AssessmentKind'>>;
export type ScanStatus = ReturnType<typeof graphql.scalar<'ScanStatus'>>;
export type ScanPhase = ReturnType<typeof graphql.scalar<'ScanPhase'>>;
export type GapKind = ReturnType<typeof graphql.scalar<'GapKind'>>;
export type FindingFilter = ReturnType<typeof graphql.scalar<'FindingFilter'>>;
export type FindingOrder = ReturnType<typeof graphql.scalar<'FindingOrder'>>;
