/** Values that a field may have. */
export interface Choice<T> {
  /** `null` is no limit. */
  readonly only: readonly T[] | null;
  readonly except: readonly T[];
}

export const ANY: Choice<never> = { only: null, except: [] };

/** What each of several limits lets through, less what is excluded. */
export function choiceOf<T>(limits: readonly (readonly T[] | null)[], except: readonly T[]): Choice<T> {
  const given = limits.filter((limit) => limit !== null);
  const [first, ...others] = given;
  return { only: first ? first.filter((value) => others.every((other) => other.includes(value))) : null, except };
}

export function allows<T>({ only, except }: Choice<T>, value: T): boolean {
  return (only === null || only.includes(value)) && !except.includes(value);
}
