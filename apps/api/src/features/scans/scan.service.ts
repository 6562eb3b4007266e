import type DataLoader from 'dataloader';
import type { Selectable } from 'kysely';
import { pageSize, sliceOf } from '../../graphql/connection.ts';
import { decodeCursor, encodeCursor, filteredList } from '../../graphql/cursor.ts';
import { asked } from '../../graphql/filters.ts';
import { keyOf } from '../../graphql/global-id.ts';
import { listLoaderOf, loaderOf } from '../../graphql/loader.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import { scanProgress } from '../../scan/progress.ts';
import type { ScanTable } from '../../store/scan-tables.ts';
import type { AccountService } from '../accounts/account.service.ts';
import type { Account } from '../accounts/account.type.ts';
import { CoverageGap } from './coverage-gap.type.ts';
import { ResultCounts } from './result-counts.type.ts';
import { progressOf, type ScanProgress } from './scan-progress.type.ts';
import type { ScansArgs } from './scan.args.ts';
import { SCAN_ORDER, type ScanRepository } from './scan.repository.ts';
import { Scan, ScanPage } from './scan.type.ts';

const LIST = 'scans';

type Rows<Method extends 'parts' | 'outcomes' | 'gaps'> = Awaited<ReturnType<ScanRepository[Method]>>;

/** Tells of scans. Starting and stopping them is `ScanControl`'s. */
export class ScanService {
  readonly #repository: ScanRepository;
  readonly #accounts: AccountService;
  readonly #byKey: DataLoader<string, Scan | null>;
  readonly #lastByAccount: DataLoader<string, string | null>;
  readonly #parts: DataLoader<string, Readonly<Rows<'parts'>>>;
  readonly #outcomes: DataLoader<string, Readonly<Rows<'outcomes'>>>;
  readonly #gaps: DataLoader<string, Readonly<Rows<'gaps'>>>;

  constructor(repository: ScanRepository, accounts: AccountService) {
    this.#repository = repository;
    this.#accounts = accounts;
    this.#byKey = loaderOf(
      (keys) => repository.byIds(keys),
      (row) => row.id,
      (row) => new Scan(row),
    );
    this.#lastByAccount = loaderOf(
      (keys) => repository.lastOf(keys),
      (row) => row.account_id,
      (row) => row.scan_id,
    );
    this.#parts = listLoaderOf((keys) => repository.parts(keys), ofScan);
    this.#outcomes = listLoaderOf((keys) => repository.outcomes(keys), ofScan);
    this.#gaps = listLoaderOf((keys) => repository.gaps(keys), ofScan);
  }

  /** By its key in the store. */
  async get(key: string): Promise<Scan> {
    const scan = await this.#byKey.load(key);
    if (!scan) throw new Error(`no scan ${key}`);
    return scan;
  }

  /** By its key in the store, as it is by now. */
  reread(key: string): Promise<Scan> {
    for (const loader of [this.#byKey, this.#parts, this.#outcomes, this.#gaps]) loader.clear(key);
    return this.get(key);
  }

  /** By id, or the newest one as `latest`. */
  async find(id: string): Promise<Scan | null> {
    const key = keyOf('scan', id);
    if (key) return this.#byKey.load(key);
    const row = id === 'latest' ? await this.#repository.newest() : null;
    return row ? new Scan(row) : null;
  }

  /** The newest finished one of an account. */
  async lastOf(accountKey: string): Promise<Scan | null> {
    const key = await this.#lastByAccount.load(accountKey);
    return key === null ? null : this.#byKey.load(key);
  }

  async page({ first, after, filter }: ScansArgs): Promise<ScanPage> {
    const size = pageSize(first);
    const list = filteredList(LIST, filter);
    const position = decodeCursor(after, list, SCAN_ORDER);
    const criteria = { account: await this.#accounts.keysOf(filter?.account), status: asked(filter?.status) };
    const rows = await this.#repository.page(criteria, position, size + 1);
    const edgeOf = (row: Selectable<ScanTable> & { position: string[] }) => ({
      node: new Scan(row),
      cursor: encodeCursor(list, SCAN_ORDER, row.position),
    });
    return new ScanPage(sliceOf(rows, { size, after }, edgeOf), () => this.#repository.count(criteria));
  }

  async accountsOf({ key }: Scan): Promise<readonly Account[]> {
    const parts = await this.#parts.load(key);
    return Promise.all(parts.map((part) => this.#accounts.get(part.account_id)));
  }

  async progressOf({ key, startedAt }: Scan): Promise<ScanProgress> {
    const parts = await this.#parts.load(key);
    return progressOf(scanProgress(parts.map((part) => part.progress)), startedAt, new Date());
  }

  async resultsOf({ key }: Scan): Promise<ResultCounts> {
    return ResultCounts.of(await this.#outcomes.load(key));
  }

  async severitiesOf({ key }: Scan): Promise<SeverityCounts> {
    const outcomes = await this.#outcomes.load(key);
    return SeverityCounts.of(outcomes.filter(({ outcome }) => outcome === 'fail'));
  }

  async gapsOf({ key }: Scan): Promise<readonly CoverageGap[]> {
    return (await this.#gaps.load(key)).map((gap) => new CoverageGap(gap));
  }
}

function ofScan(row: { readonly scan_id: string }): string {
  return row.scan_id;
}
