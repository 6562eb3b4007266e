import type DataLoader from 'dataloader';
import { pageSize, sliceOf } from '../../graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts';
import { keyOf } from '../../graphql/global-id.ts';
import { loaderOf } from '../../graphql/loader.ts';
import type { PageArgs } from '../../graphql/page-args.ts';
import { stretchLoaderOf } from '../../graphql/page-loader.ts';
import type { Finding } from './finding.type.ts';
import { TIMELINE_ORDER, type TimelineRepository, type TimelineRow } from './timeline.repository.ts';
import { TimelineEvent, TimelinePage } from './timeline.type.ts';

const LIST = 'timeline';

/** Tells what happened to findings. */
export class Timelines {
  readonly #events: ReturnType<typeof stretchLoaderOf<TimelineRow>>;
  readonly #counts: DataLoader<string, number | null>;

  constructor(repository: TimelineRepository) {
    this.#events = stretchLoaderOf((keys, stretch) => repository.events(keys, stretch));
    this.#counts = loaderOf(
      (keys) => repository.counts(keys),
      (row) => row.id,
      (row) => row.n,
    );
  }

  /** Newest first. */
  async page({ id, resourceKey }: Finding, { first, after }: PageArgs): Promise<TimelinePage> {
    const key = keyOf('finding', id) ?? '';
    const size = pageSize(first);
    const rows = await this.#events(key, { after: decodeCursor(after, LIST, TIMELINE_ORDER), limit: size + 1 });
    const edgeOf = (row: TimelineRow) => ({
      node: new TimelineEvent(row, resourceKey),
      cursor: encodeCursor(LIST, TIMELINE_ORDER, row.position),
    });
    return new TimelinePage(sliceOf(rows, { size, after }, edgeOf), async () => (await this.#counts.load(key)) ?? 0);
  }
}
