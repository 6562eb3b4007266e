import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';
import { maskError } from '../graphql/errors.ts';
import { LIMITS } from '../graphql/limits.ts';
import type { OngoingRequest } from '../requests/ongoing-request.ts';
import { admit } from './admit.ts';

/** GraphQL over HTTP. Introspection is on: the playground is a part of the product. */
export function graphqlServer(
  schema: GraphQLSchema,
  {
    server,
    queryMs,
    closeMs,
    requestOf,
  }: { server: Server; queryMs: number; closeMs: number; requestOf: () => OngoingRequest },
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: LIMITS.maxTokens },
    formatError: (formatted, error) => maskError(formatted, error, requestOf()),
    stopOnTerminationSignals: false,
    plugins: [
      limits(schema, queryMs, requestOf),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: server, stopGracePeriodMillis: closeMs }),
    ],
  });
}

function limits(schema: GraphQLSchema, queryMs: number, requestOf: () => OngoingRequest): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operationName, operation, request: { variables } }) => {
        const refused =
          operation && admit({ schema, document, operationName, variables }, operation, requestOf(), queryMs);
        if (refused) throw refused;
      },
    }),
  };
}
