import { pageInfoOf, pageSize, sliceOf } from '../../graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts';
import { callerError } from '../../graphql/errors.ts';
import type { ScanEventPayloads } from '../../scan/event-payload.ts';
import type { ScanEvent as StoredEvent, ScanRunner } from '../../scan/scan-runner.ts';
import type { SortKey } from '../../store/keyset.ts';
import { scanEventOf } from './scan-event-of.ts';
import type { ScanEvent, ScanEventPage } from './scan-event.type.ts';
import type { ScanEventsArgs } from './scan.args.ts';
import type { ScanRepository } from './scan.repository.ts';
import type { ScanService } from './scan.service.ts';
import type { Scan } from './scan.type.ts';

const LIST = 'events';
const ORDER: readonly SortKey[] = [{ column: 'sequence', type: 'integer', descending: false }];

export class ScanEventService {
  readonly #repository: ScanRepository;
  readonly #scans: ScanService;
  readonly #runner: ScanRunner;

  constructor(repository: ScanRepository, scans: ScanService, runner: ScanRunner) {
    this.#repository = repository;
    this.#scans = scans;
    this.#runner = runner;
  }

  /** What has happened so far, oldest first. */
  async page({ key, startedAt }: Scan, { first, after }: ScanEventsArgs): Promise<ScanEventPage> {
    const size = pageSize(first);
    const [sequence] = decodeCursor(after, LIST, ORDER) ?? [];
    const rows = await this.#repository.events(key, Number(sequence ?? 0), size + 1);
    const edgeOf = (event: StoredEvent) => ({
      node: scanEventOf(event, startedAt),
      cursor: encodeCursor(LIST, ORDER, [String(event.sequence)]),
    });
    const slice = sliceOf(rows, { size, after }, edgeOf);
    return { nodes: slice.edges.map((edge) => edge.node), pageInfo: pageInfoOf(slice) };
  }

  /**
   * What happens in a scan, after an event already seen, until its end.
   * @throws GraphQLError when there is no such scan
   */
  async follow(id: string, after: number): Promise<AsyncIterableIterator<ScanEvent>> {
    const scan = await this.#scans.find(id);
    if (!scan) throw callerError('NOT_FOUND', `There is no scan ${id}.`);
    let { startedAt } = scan;
    const stopped = new AbortController();
    const events = this.#runner.events(scan.key, after, stopped.signal)[Symbol.asyncIterator]();
    const iterator: AsyncIterableIterator<ScanEvent> = {
      async next() {
        const { done, value } = await events.next();
        if (done) return { done, value: undefined };
        if (hasStarted(value)) startedAt ??= value.at;
        return { value: scanEventOf(value, startedAt) };
      },
      // The signal ends a wait that may be under way: an iterator's own `return` would wait for it.
      async return() {
        stopped.abort();
        await events.return?.();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }
}

function hasStarted({ kind, payload }: StoredEvent): boolean {
  return kind === 'progressed' && (payload as ScanEventPayloads['progressed']).phase !== 'WAITING';
}
