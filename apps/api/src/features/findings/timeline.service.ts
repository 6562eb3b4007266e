import type DataLoader from 'dataloader';
import { pageSize, sliceOf } from '../../graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts';
import { globalId, keyOf } from '../../graphql/global-id.ts';
import { loaderOf } from '../../graphql/loader.ts';
import type { PageArgs } from '../../graphql/page-args.ts';
import { stretchLoaderOf } from '../../graphql/page-loader.ts';
import type { Finding } from './finding.type.ts';
import type { FindingService } from './finding.service.ts';
import {
  TIMELINE_ORDER,
  type PlacedTimelineRow,
  type TimelineRepository,
  type TimelineRow,
} from './timeline.repository.ts';
import { TimelineEvent, TimelinePage } from './timeline.type.ts';

const LIST = 'timeline';

/** Tells what happened to findings. */
export class Timelines {
  readonly #events: ReturnType<typeof stretchLoaderOf<PlacedTimelineRow>>;
  readonly #counts: DataLoader<string, number | null>;
  readonly #byId: DataLoader<string, TimelineRow | null>;
  readonly #findings: FindingService;

  constructor(repository: TimelineRepository, findings: FindingService) {
    this.#findings = findings;
    this.#byId = loaderOf(
      (ids) => repository.byIds(ids),
      (row) => String(row.id),
      (row) => row,
    );
    this.#events = stretchLoaderOf((keys, stretch) => repository.events(keys, stretch));
    this.#counts = loaderOf(
      (keys) => repository.counts(keys),
      (row) => row.id,
      (row) => row.n,
    );
  }

  /** By id; `null` also where its finding is not shown. */
  async find(id: string): Promise<TimelineEvent | null> {
    const key = keyOf('event', id);
    const row = key === null ? null : await this.#byId.load(key);
    const finding = row && (await this.#findings.find(globalId('finding', row.owner)));
    return finding && new TimelineEvent(row, finding.resourceKey);
  }

  /** Newest first. */
  async page({ id, resourceKey }: Finding, { first, after }: PageArgs): Promise<TimelinePage> {
    const key = keyOf('finding', id) ?? '';
    const size = pageSize(first);
    const rows = await this.#events(key, { after: decodeCursor(after, LIST, TIMELINE_ORDER), limit: size + 1 });
    const edgeOf = (row: PlacedTimelineRow) => ({
      node: new TimelineEvent(row, resourceKey),
      cursor: encodeCursor(LIST, TIMELINE_ORDER, row.position),
    });
    return new TimelinePage(sliceOf(rows, { size, after }, edgeOf), async () => (await this.#counts.load(key)) ?? 0);
  }
}
