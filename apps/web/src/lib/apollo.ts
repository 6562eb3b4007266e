import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { createCache } from './cache.ts';

export function createApolloClient(): ApolloClient {
  const socket = createClient({
    url: new URL('/graphql', location.href).href.replace(/^http/, 'ws'),
    // A scan may outlive a laptop's sleep: try for as long as the page is open.
    retryAttempts: Infinity,
    shouldRetry: () => true,
  });
  return new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(socket),
      new HttpLink({ uri: '/graphql' }),
    ),
    cache: createCache(),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}
