import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
} from 'graphql';

interface Given {
  readonly name: string;
  readonly type: GraphQLInputType;
}

/** For each place that takes a text: what is to be given, by name, to have the text there and as little else as can be. */
export function* eachPlace(
  given: readonly Given[],
  text: string,
  within: readonly GraphQLNamedInputType[] = [],
): Generator<Record<string, unknown>> {
  const required = Object.fromEntries(
    given.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => [name, plain(type)]),
  );
  for (const { name, type } of given)
    for (const value of withText(type, text, within)) yield { ...required, [name]: value };
}

function* withText(type: GraphQLInputType, text: string, within: readonly GraphQLNamedInputType[]): Generator {
  if (isNonNullType(type)) yield* withText(type.ofType, text, within);
  else if (isListType(type)) for (const item of withText(type.ofType, text, within)) yield [item];
  else if (isInputObjectType(type)) {
    if (!within.includes(type)) yield* eachPlace(Object.values(type.getFields()), text, [...within, type]);
  } else if (type.name === 'String' || type.name === 'ID') yield text;
}

function plain(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return plain(type.ofType);
  if (isListType(type)) return [];
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, plain(field.type)]),
    );
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return { Boolean: true, Int: 1, Float: 1, DateTime: '2026-01-01T00:00:00Z' }[type.name] ?? 'x';
}
