import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  OperationTypeNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** A field that takes arguments, and how to come to it. */
export interface Target {
  /** `Type.field`. */
  readonly name: string;
  readonly field: Field;
  readonly operation: OperationTypeNode;
  /** The document, with a variable for each argument that is given. */
  document(given: readonly string[]): string;
}

/** Every field of the schema that takes arguments, wherever it is. */
export function targetsOf(schema: GraphQLSchema): readonly Target[] {
  return Object.values(OperationTypeNode).flatMap((operation) => {
    const root = schema.getRootType(operation);
    return root ? targetsFrom(schema, root, operation) : [];
  });
}

/** Breadth first, so that each type is come to by the shortest way; through fields that need no argument. */
function targetsFrom(schema: GraphQLSchema, root: GraphQLObjectType, operation: OperationTypeNode): Target[] {
  const targets: Target[] = [];
  const seen = new Set<GraphQLNamedType>();
  const open: { type: GraphQLObjectType; around: (inner: string) => string }[] = [
    { type: root, around: (inner) => inner },
  ];
  for (const { type, around } of open) {
    if (seen.has(type)) continue;
    seen.add(type);
    for (const field of Object.values(type.getFields())) {
      if (field.args.length > 0) targets.push(target(schema, `${type.name}.${field.name}`, field, operation, around));
      // What a mutation gives back is come to by queries.
      if (operation !== OperationTypeNode.QUERY || field.args.some(isRequiredArgument)) continue;
      const inner = getNamedType(field.type);
      const few = field.args.some(({ name }) => name === 'first') ? '(first: 3)' : '';
      if (isObjectType(inner)) open.push({ type: inner, around: (text) => around(`{ ${field.name}${few} ${text} }`) });
    }
  }
  return targets;
}

function target(
  schema: GraphQLSchema,
  name: string,
  field: Field,
  operation: OperationTypeNode,
  around: (inner: string) => string,
): Target {
  return {
    name,
    field,
    operation,
    document: (given) => {
      const args = field.args.filter((arg) => given.includes(arg.name));
      const variables = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const call = `{ ${field.name}${passed && `(${passed})`} ${selection(schema, getNamedType(field.type), 1)} }`;
      return `${operation} Fuzz${variables && `(${variables})`} ${around(call)}`;
    },
  };
}

/** All that needs no argument, so many levels deep. */
function selection(schema: GraphQLSchema, type: GraphQLNamedType, levels: number): string {
  if (!isCompositeType(type)) return '';
  if (isAbstractType(type)) {
    const [kind] = schema.getPossibleTypes(type);
    return `{ __typename ${kind ? `... on ${kind.name} ${selection(schema, kind, levels - 1)}` : ''} }`;
  }
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  const chosen = fields.flatMap((field) => {
    const inner = getNamedType(field.type);
    if (!isCompositeType(inner)) return field.name;
    return levels > 0 && field.args.length === 0 ? `${field.name} ${selection(schema, inner, levels - 1)}` : [];
  });
  return `{ __typename ${chosen.join(' ')} }`;
}
