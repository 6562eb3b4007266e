/** A requirement as a list of them needs it. */
export interface FrameworkRequirement {
  readonly number: string;
  readonly title: string;
  readonly framework: { readonly key: string; readonly name: string; readonly version: string };
}

export interface FrameworkVersion<Requirement> {
  readonly version: string;
  readonly requirements: readonly Requirement[];
}

export interface FrameworkGroup<Requirement> {
  readonly name: string;
  readonly newest: FrameworkVersion<Requirement>;
  /** Newest first. */
  readonly earlier: readonly FrameworkVersion<Requirement>[];
}

/** Requirements by framework, the newest version of each apart from those before it. */
export function groupByFramework<Requirement extends FrameworkRequirement>(
  requirements: readonly Requirement[],
): FrameworkGroup<Requirement>[] {
  const byName = Map.groupBy(requirements, ({ framework }) => framework.name);
  return [...byName].flatMap(([name, members]) => {
    const [newest, ...earlier] = [...Map.groupBy(members, ({ framework }) => framework.version)]
      .map(([version, list]) => ({ version, requirements: list }))
      .toSorted((one, other) => other.version.localeCompare(one.version, 'en', { numeric: true }));
    return newest ? [{ name, newest, earlier }] : [];
  });
}
