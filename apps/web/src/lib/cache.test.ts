import { expect, test } from 'vitest';
import { createCache } from './cache.ts';
import { graphql, type FindingFilter } from './graphql.ts';

const Findings = graphql(`
  query CachedFindings($filter: FindingFilter!, $after: String) {
    findings(filter: $filter, after: $after) {
      totalCount
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const cache = () => {
  const store = createCache();
  return {
    write: (ids: readonly string[], after?: string, filter: FindingFilter = {}) =>
      store.writeQuery({
        query: Findings,
        variables: { filter, after: after ?? null },
        data: {
          findings: {
            __typename: 'FindingPage',
            totalCount: 4,
            nodes: ids.map((id) => ({ __typename: 'Finding', id })),
            pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: ids.at(-1) ?? null },
          },
        } as never,
      }),
    read: (filter: FindingFilter = {}) =>
      store.readQuery({ query: Findings, variables: { filter, after: null } })?.findings.nodes.map(({ id }) => id),
  };
};

test('the next page follows those before it', () => {
  const { write, read } = cache();
  write(['a', 'b']);
  write(['c', 'd'], 'b');
  expect(read()).toEqual(['a', 'b', 'c', 'd']);
});

test('reading the list anew starts it anew', () => {
  const { write, read } = cache();
  write(['a', 'b']);
  write(['c', 'd'], 'b');
  write(['z']);
  expect(read()).toEqual(['z']);
});

test('each filter has a list of its own', () => {
  const { write, read } = cache();
  write(['a']);
  write(['b'], undefined, { service: ['s3'] });
  expect(read()).toEqual(['a']);
  expect(read({ service: ['s3'] })).toEqual(['b']);
});
