import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, validate, type GraphQLSchema, type ValidationContext } from 'graphql';
import { operationCost, type Operation } from './cost.ts';
import { badUserInput, callerError } from './errors.ts';
import { LIMITS } from './limits.ts';

export interface Measured {
  /** `null` where it could not be told. */
  readonly cost: number | null;
  /** What is too much about the operation; `null` when nothing is. */
  readonly exceeded: GraphQLError | null;
}

/** Measures an operation that is otherwise valid. */
export function measure(schema: GraphQLSchema, operation: Operation): Measured {
  const [structure] = validate(schema, operation.document, STRUCTURE_RULES);
  return structure ? { cost: null, exceeded: structure } : measureCost(schema, operation);
}

const STRUCTURE_RULES = [
  maxDepthRule({ n: LIMITS.maxDepth, flattenFragments: true, ...refusingWith('DEPTH_LIMIT_EXCEEDED') }),
  maxAliasesRule({ n: LIMITS.maxAliases, ...refusingWith('ALIAS_LIMIT_EXCEEDED') }),
];

/** Has a rule report its error under a code of its own, instead of throwing it as a syntax error. */
function refusingWith(code: string) {
  return {
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null, error: GraphQLError) =>
        context?.reportError(callerError(code, error.message.replace('Syntax Error: ', ''))),
    ],
  };
}

function measureCost(schema: GraphQLSchema, operation: Operation): Measured {
  try {
    const cost = operationCost(schema, operation);
    if (cost <= LIMITS.maxCost) return { cost, exceeded: null };
    const message = `Cost limit of ${LIMITS.maxCost} exceeded, found ${cost}. Ask for smaller pages (first), or for less of each item.`;
    return { cost, exceeded: callerError('COST_LIMIT_EXCEEDED', message) };
  } catch (error) {
    // Variables that do not fit their types, and documents whose fragments unfold to thousands of fields, cannot be counted.
    if (error instanceof GraphQLError) return { cost: null, exceeded: badUserInput(error.message) };
    throw error;
  }
}
