import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, print, visit, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

const SOURCES = path.resolve(import.meta.dirname, '../../../web/src');

/** The operations of the dashboard, each with the fragments that it spreads. */
export function dashboardOperations(): ReadonlyMap<string, string> {
  const texts = globSync('**/*.{ts,tsx}', { cwd: SOURCES }).flatMap((file) => {
    const source = readFileSync(path.join(SOURCES, file), 'utf8');
    return [...source.matchAll(/\bgraphql\(\s*`([^`]+)`/g)].map(([, text]) => text ?? '');
  });
  const definitions = texts.flatMap((text) => parse(text).definitions);
  const fragments = new Map(
    definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const operations = definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return new Map(
    operations.map((operation) => [operation.name?.value ?? '', withFragments(operation, fragments)] as const),
  );
}

function withFragments(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string {
  const used = new Map<string, FragmentDefinitionNode>();
  const take = (definition: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(definition, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || used.has(name.value)) return;
        used.set(name.value, fragment);
        take(fragment);
      },
    });
  };
  take(operation);
  return [operation, ...used.values()].map(print).join('\n');
}
