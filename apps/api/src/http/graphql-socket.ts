import { GraphQLError, parse, specifiedRules, validate, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { WebSocketServer } from 'ws';
import type { Context } from '../context.ts';
import { maskError } from '../graphql/errors.ts';
import { exceededLimits } from '../graphql/exceeded-limits.ts';
import { LIMITS } from '../graphql/limits.ts';

/** GraphQL over WebSocket, within the same limits and with the same errors as over HTTP. */
export function serveGraphqlSockets(schema: GraphQLSchema, sockets: WebSocketServer, newContext: () => Context) {
  return useServer(
    {
      isProd: true,
      context: newContext,
      onSubscribe: (_socket, _id, { query, operationName, variables }) => {
        const document = parsed(query);
        if (document instanceof GraphQLError) return [document];
        const [invalid] = validate(schema, document, specifiedRules);
        if (invalid) return [coded(invalid, 'GRAPHQL_VALIDATION_FAILED')];
        const [exceeded] = exceededLimits(schema, { document, operationName, variables });
        return exceeded ? [exceeded] : { schema, document, operationName, variableValues: variables };
      },
      onNext: (_socket, _id, _payload, _args, { errors, ...result }) => ({
        ...result,
        ...(errors && { errors: errors.map(formatted) }),
      }),
      onError: (_socket, _id, _payload, errors) => errors.map(formatted),
    },
    sockets,
  );
}

function parsed(query: string) {
  try {
    return parse(query, { maxTokens: LIMITS.maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return coded(error, 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
}

function coded({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}

function formatted(error: GraphQLError): GraphQLFormattedError {
  // A status means something in HTTP only.
  const { http: _http, ...extensions } = error.extensions;
  return maskError({ ...error.toJSON(), extensions }, error);
}
