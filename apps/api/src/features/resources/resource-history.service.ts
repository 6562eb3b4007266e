import DataLoader from 'dataloader';
import { pageSize, sliceOf } from '../../graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts';
import { loaderOf } from '../../graphql/loader.ts';
import type { PageArgs } from '../../graphql/page-args.ts';
import { stretchLoaderOf } from '../../graphql/page-loader.ts';
import { patchBetween } from './json-patch.ts';
import {
  VERSION_ORDER,
  type Config,
  type ResourceHistoryRepository,
  type ResourceMoment,
  type VersionRow,
} from './resource-history.repository.ts';
import { ResourceVersion, ResourceVersionPage } from './resource-history.type.ts';
import type { Resource } from './resource.type.ts';

const LIST = 'versions';

/** Tells what resources were before. */
export class ResourceHistory {
  readonly #versions: ReturnType<typeof stretchLoaderOf<VersionRow>>;
  readonly #counts: DataLoader<string, number | null>;
  readonly #since: DataLoader<ResourceMoment, { readonly before: Config | null; readonly now: Config }, string>;

  readonly #changes: DataLoader<
    ResourceMoment,
    { readonly before: Config | null; readonly after: Config | null },
    string
  >;

  constructor(repository: ResourceHistoryRepository) {
    this.#versions = stretchLoaderOf((keys, stretch) => repository.versions(keys, stretch));
    this.#counts = loaderOf(
      (keys) => repository.counts(keys),
      (row) => row.id,
      (row) => row.n,
    );
    this.#since = new DataLoader((moments) => repository.since(moments), { cacheKeyFn });
    this.#changes = new DataLoader((moments) => repository.changes(moments), { cacheKeyFn });
  }

  /** Its contents, newest first. */
  async page({ key }: Resource, { first, after }: PageArgs): Promise<ResourceVersionPage> {
    const size = pageSize(first);
    const rows = await this.#versions(key, { after: decodeCursor(after, LIST, VERSION_ORDER), limit: size + 1 });
    const edgeOf = (row: VersionRow) => ({
      node: new ResourceVersion(row, row.before && patchBetween(row.before, row.config)),
      cursor: encodeCursor(LIST, VERSION_ORDER, row.position),
    });
    return new ResourceVersionPage(
      sliceOf(rows, { size, after }, edgeOf),
      async () => (await this.#counts.load(key)) ?? 0,
    );
  }

  /** What was changed at a time, by its key in the store; `null` where nothing was, or that is no longer kept. */
  async changeAt(key: string, at: Date): Promise<unknown> {
    const { before, after } = await this.#changes.load({ key, at });
    return before && after && patchBetween(before, after);
  }

  /** What leads from what it was at a time to what it is; `null` where it was not there then, or that is no longer kept. */
  async diffSince({ key }: Resource, at: Date): Promise<unknown> {
    const { before, now } = await this.#since.load({ key, at });
    return before && patchBetween(before, now);
  }
}

function cacheKeyFn({ key, at }: ResourceMoment): string {
  return `${key} ${at.toISOString()}`;
}
