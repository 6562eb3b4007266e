import DataLoader from 'dataloader';

/** Which rows of a list: at most `limit` after a place. */
export interface Stretch {
  readonly after: readonly string[] | null;
  readonly limit: number;
}

/** Loads the same stretch of many lists in one go, for lists that hang on the items of a page. */
export function stretchLoaderOf<Row extends { readonly owner: string }>(
  load: (owners: readonly string[], stretch: Stretch) => Promise<readonly Row[]>,
): (owner: string, stretch: Stretch) => Promise<readonly Row[]> {
  const loaders = new Map<string, DataLoader<string, readonly Row[]>>();
  return (owner, stretch) => {
    const name = JSON.stringify(stretch);
    const known = loaders.get(name);
    if (known) return known.load(owner);
    const loader = new DataLoader<string, readonly Row[]>(async (owners) => {
      const rows = Map.groupBy(await load(owners, stretch), (row) => row.owner);
      return owners.map((one) => rows.get(one) ?? []);
    });
    loaders.set(name, loader);
    return loader.load(owner);
  };
}
