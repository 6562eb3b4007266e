import { registerEnumType } from 'type-graphql';

/**
 * A GraphQL enum made from a list of literals. Inside the server its values are the literals; in the API `not-applicable` is
 * `NOT_APPLICABLE`.
 */
export function graphqlEnum<Literal extends string>(
  name: string,
  description: string,
  literals: readonly Literal[],
  descriptions: Readonly<Record<Literal, string>>,
): Readonly<Record<string, Literal>> {
  const values = Object.fromEntries(literals.map((literal) => [enumName(literal), literal]));
  const valuesConfig = Object.fromEntries(
    literals.map((literal) => [enumName(literal), { description: descriptions[literal] }]),
  );
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}

/** How a literal is written in the API. */
export function enumName(literal: string): string {
  return literal.replaceAll('-', '_').toUpperCase();
}
