import { Kind, parse } from 'graphql';

/** One tab for each operation of a document, with the comments that stand before it. */
export function operationTabs(document: string): { query: string }[] {
  const tabs: { query: string }[] = [];
  let start = 0;
  for (const { kind, loc } of parse(document).definitions) {
    if (kind !== Kind.OPERATION_DEFINITION || loc === undefined) continue;
    tabs.push({ query: `${document.slice(start, loc.end).trim()}\n` });
    start = loc.end;
  }
  return tabs;
}
