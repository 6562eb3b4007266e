import { OperationTypeNode, type GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Operation } from '../graphql/cost.ts';
import { measure } from '../graphql/measure.ts';
import type { OngoingRequest } from '../requests/ongoing-request.ts';

/**
 * Notes what a request asks for, and sets the time that a query has.
 * @returns why it is refused
 */
export function admit(
  { schema, ...operation }: Operation & { readonly schema: GraphQLSchema },
  definition: OperationDefinitionNode,
  request: OngoingRequest,
  queryMs: number,
): GraphQLError | null {
  const type = definition.operation;
  request.operation = { name: definition.name?.value ?? null, type };
  const { cost, exceeded } = measure(schema, operation);
  request.cost = cost;
  if (!exceeded && type === OperationTypeNode.QUERY) request.giveUpAfter(queryMs);
  return exceeded;
}
