import { Kind, type GraphQLResolveInfo, type SelectionNode } from 'graphql';

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Whether an operation asks for one of these fields somewhere below the one that is being resolved. What `@skip` may leave out counts. */
export function asksBelow({ fieldNodes, fragments }: Asked, names: readonly string[]): boolean {
  const asks = (selection: SelectionNode): boolean => {
    if (selection.kind === Kind.FIELD && names.includes(selection.name.value)) return true;
    const { selectionSet } =
      selection.kind === Kind.FRAGMENT_SPREAD ? (fragments[selection.name.value] ?? {}) : selection;
    return selectionSet?.selections.some(asks) ?? false;
  };
  return fieldNodes.some(({ selectionSet }) => selectionSet?.selections.some(asks));
}
