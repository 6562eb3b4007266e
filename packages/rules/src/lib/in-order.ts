/** The entries of an object in the order of their keys, so that what is said of them does not depend on how they were written. */
export function inOrder<T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  const entries = Object.entries(record);
  return entries.length < 2 ? entries : entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}
