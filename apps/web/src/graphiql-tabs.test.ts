import { parse } from 'graphql';
import { expect, test } from 'vitest';
import playground from '../../api/playground.graphql?raw';
import { operationTabs } from './graphiql-tabs.ts';

test('each operation is a tab, with its comments', () => {
  expect(operationTabs('# First.\nquery A { a }\n\n# Second,\n# at length.\nmutation B { b { c } }\n')).toEqual([
    { query: '# First.\nquery A { a }\n' },
    { query: '# Second,\n# at length.\nmutation B { b { c } }\n' },
  ]);
});

test('the playground has tabs of every kind, and no tab needs another', () => {
  const tabs = operationTabs(playground).map(({ query }) => parse(query));
  const kinds = tabs.map(({ definitions }) =>
    definitions.map((definition) => 'operation' in definition && definition.operation),
  );
  expect(new Set(kinds.flat())).toEqual(new Set(['query', 'mutation', 'subscription']));
  expect(kinds.every(({ length }) => length === 1)).toBe(true);
});
