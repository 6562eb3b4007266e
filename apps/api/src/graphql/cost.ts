import { getNamedType, isCompositeType, type DocumentNode, type GraphQLSchema } from 'graphql';
// Not the package's main entry: its ESM build imports another copy of graphql than the one that runs, and knows none of its types.
import { getComplexity, type ComplexityEstimatorArgs } from 'graphql-query-complexity/cjs';
import { LIMITS } from './limits.ts';

export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * A field's own cost is 1 for an object and 0 for a leaf, and what `complexity` adds to that; a page counts what is inside it
 * once for each item that it may hold.
 * @throws GraphQLError when the variables do not fit
 */
export function operationCost(schema: GraphQLSchema, { document, operationName, variables }: Operation): number {
  return getComplexity({
    schema,
    query: document,
    ...(operationName && { operationName }),
    variables: { ...variables },
    estimators: [fieldCost],
  });
}

function fieldCost(field: ComplexityEstimatorArgs): number {
  const { complexity } = field.field.extensions;
  if (typeof complexity === 'function') return complexity(field) as number;
  const added = typeof complexity === 'number' ? complexity : 0;
  const own = isCompositeType(getNamedType(field.field.type)) ? 1 : 0;
  return own + added + field.childComplexity;
}

/** The `complexity` of a field that gives a page. A size that is out of range is refused later, where the page is made. */
export function pageCost({ args, childComplexity }: ComplexityEstimatorArgs): number {
  const first = (args as { first?: number | null }).first ?? DEFAULT_PAGE_SIZE;
  return Math.min(Math.max(first, 1), LIMITS.maxPageSize) * (1 + childComplexity);
}

/** The `complexity` of a field that gives a list that is not paged: what is inside it counts once for each of its usual items. */
export function listCost(usual: number) {
  return ({ childComplexity }: ComplexityEstimatorArgs) => usual * (1 + childComplexity);
}

export const DEFAULT_PAGE_SIZE = 25;
