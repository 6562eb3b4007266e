import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';
import { maskError } from '../graphql/errors.ts';
import { exceededLimits } from '../graphql/exceeded-limits.ts';
import { LIMITS } from '../graphql/limits.ts';

/** How long an answer that is under way may still take when the server stops. */
export const GRACE_MS = 1000;

/** GraphQL over HTTP. Introspection is on: the playground is a part of the product. */
export function graphqlServer(schema: GraphQLSchema, httpServer: Server): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: LIMITS.maxTokens },
    formatError: maskError,
    stopOnTerminationSignals: false,
    plugins: [
      limits(schema),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: GRACE_MS }),
    ],
  });
}

function limits(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operationName, request: { variables } }) => {
        const [error] = exceededLimits(schema, { document, operationName, variables });
        if (error) throw error;
      },
    }),
  };
}
