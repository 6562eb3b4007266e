import { buildSchema, Kind, parse, validate, type DocumentNode, type FragmentDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import sdl from '../../../api/schema.graphql?raw';

// What gql.tada's own `check` does, which needs an API that TypeScript 7 has not: every document against the schema.
const sources = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const documents = Object.entries(sources).flatMap(([file, source]) =>
  [...source.matchAll(/\bgraphql\(\s*`([^`]+)`/g)].map(([, text]) => ({ file, document: parse(text ?? '') })),
);
const fragments = documents
  .flatMap(({ document }) => document.definitions)
  .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION);
const schema = buildSchema(sdl);

function withFragments(document: DocumentNode): DocumentNode {
  const names = new Set(document.definitions.map((definition) => 'name' in definition && definition.name?.value));
  const others = fragments.filter((fragment) => !names.has(fragment.name.value));
  return { ...document, definitions: [...document.definitions, ...others] };
}

test('documents are found', () => {
  expect(documents.length).toBeGreaterThan(10);
});

test.each(documents)('$file asks only for what the schema has', ({ document }) => {
  const problems = validate(schema, withFragments(document)).map((error) => error.message);
  expect(problems.filter((problem) => !problem.includes('is never used'))).toEqual([]);
});
