/** The values that a filter asks for; `null` where it asks for none, which is no limit. */
export function asked<T>(values: readonly T[] | null | undefined): readonly T[] | null {
  return values && values.length > 0 ? values : null;
}
