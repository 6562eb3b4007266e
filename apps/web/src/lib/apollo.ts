import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, type FieldMergeFunction } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';

/** Joins the next page to those before it; a query without `after` starts the list anew. */
const joinPages: FieldMergeFunction<PageFields | undefined> = (existing, incoming, { args }) => {
  if (!existing || !incoming) return incoming ?? existing;
  const before = args?.['after'] ? (existing.nodes ?? []) : [];
  return { ...existing, ...incoming, ...(incoming.nodes && { nodes: [...before, ...incoming.nodes] }) };
};

interface PageFields {
  readonly nodes?: readonly unknown[];
}

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
    cache: new InMemoryCache({
      possibleTypes: {
        Node: ['Account', 'Finding', 'Resource', 'Rule', 'Scan'],
        ScanEvent: ['ScanFindings', 'ScanFinished', 'ScanGap', 'ScanLog', 'ScanProgressed'],
      },
      typePolicies: {
        Query: {
          fields: {
            findings: { keyArgs: ['filter', 'orderBy'], merge: joinPages },
            rules: { keyArgs: ['filter'], merge: joinPages },
            scans: { keyArgs: ['filter', 'first'], merge: joinPages },
          },
        },
        // One value a parent, without an id of its own.
        Scan: { fields: { progress: { merge: true } } },
      },
    }),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}
