import { InMemoryCache, type FieldMergeFunction } from '@apollo/client';

/** Joins the next page to those before it; a query without `after` starts the list anew. */
const joinPages: FieldMergeFunction<PageFields | undefined> = (existing, incoming, { args }) => {
  if (!existing || !incoming) return incoming ?? existing;
  const before = args?.['after'] ? (existing.nodes ?? []) : [];
  return { ...existing, ...incoming, ...(incoming.nodes && { nodes: [...before, ...incoming.nodes] }) };
};

interface PageFields {
  readonly nodes?: readonly unknown[];
}

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: {
      Node: ['Account', 'Finding', 'Framework', 'Requirement', 'Resource', 'Rule', 'Scan'],
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
      Requirement: { fields: { result: { merge: true } } },
      Framework: { fields: { result: { merge: true } } },
      Scan: { fields: { progress: { merge: true } } },
    },
  });
}
