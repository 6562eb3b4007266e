import {
  execute,
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  subscribe,
  validate,
  type ExecutionArgs,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { MessageType, parseMessage } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import type { WebSocketServer } from 'ws';
import type { Context } from '../context.ts';
import { maskError } from '../graphql/errors.ts';
import { LIMITS } from '../graphql/limits.ts';
import { actFor, type OngoingRequest } from '../requests/ongoing-request.ts';
import { admit } from './admit.ts';
import type { OngoingRequests } from '../requests/ongoing-requests.ts';
import { SocketRequests } from './socket-requests.ts';

export interface OverSockets {
  readonly newContext: () => Context;
  readonly ongoing: OngoingRequests;
  /** Told when an operation has ended. */
  readonly onEnd: (request: OngoingRequest) => void;
  readonly queryMs: number;
}

/** GraphQL over WebSocket, within the same limits and with the same errors as over HTTP. */
export function serveGraphqlSockets(
  schema: GraphQLSchema,
  sockets: WebSocketServer,
  { newContext, ongoing, onEnd, queryMs }: OverSockets,
) {
  const requests = new SocketRequests(ongoing, onEnd);
  const inRequest = new WeakMap<object, OngoingRequest>();
  const actForArgs = <Result>(args: ExecutionArgs, act: () => Result): Result => {
    const request = inRequest.get(args);
    return request ? actFor(request, act) : act();
  };
  const served = useServer(
    {
      isProd: true,
      context: newContext,
      execute: (args) => actForArgs(args, () => execute(args)),
      subscribe: (args) => actForArgs(args, () => subscribe(args)),
      onSubscribe: ({ extra }, id, { query, operationName, variables }) => {
        const request = requests.begin(extra.socket, id);
        const document = parsed(query);
        if (document instanceof GraphQLError) return [document];
        const [invalid] = validate(schema, document, specifiedRules);
        if (invalid) return [coded(invalid, 'GRAPHQL_VALIDATION_FAILED')];
        const operation = getOperationAST(document, operationName);
        if (!operation) return [coded(new GraphQLError('No operation of that name.'), 'OPERATION_RESOLUTION_FAILURE')];
        const refused = admit({ schema, document, operationName, variables }, operation, request, queryMs);
        if (refused) return [refused];
        const args = { schema, document, operationName, variableValues: variables };
        inRequest.set(args, request);
        return args;
      },
      onNext: ({ extra }, id, _payload, _args, { errors, ...result }) => ({
        ...result,
        ...(errors && { errors: errors.map((error) => formatted(error, requests.of(extra.socket, id))) }),
      }),
      onError: ({ extra }, id, _payload, errors) => {
        const answer = errors.map((error) => formatted(error, requests.of(extra.socket, id)));
        requests.end(extra.socket, id);
        return answer;
      },
      onComplete: ({ extra }, id) => requests.end(extra.socket, id),
      onClose: ({ extra }) => requests.close(extra.socket),
    },
    sockets,
  );
  // After those of `useServer`: it has stopped waiting for the operation then, and tells of nothing that comes of it.
  sockets.on('connection', (socket) =>
    socket.on('message', (data) => onLeave((data as Buffer).toString(), (id) => requests.leave(socket, id))),
  );
  return served;
}

/** graphql-ws itself ends only subscriptions when the caller wants no more of an operation. */
function onLeave(text: string, leave: (id: string) => void): void {
  try {
    const message = parseMessage(text);
    if (message.type === MessageType.Complete) leave(message.id);
  } catch {
    // Who sends what is no message is cut off by `useServer`.
  }
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

function formatted(error: GraphQLError, request: OngoingRequest | null): GraphQLFormattedError {
  // A status means something in HTTP only.
  const { http: _http, ...extensions } = error.extensions;
  // Nobody is left to read it.
  if (!request) return { message: 'The operation has ended.' };
  return maskError({ ...error.toJSON(), extensions }, error, request);
}
