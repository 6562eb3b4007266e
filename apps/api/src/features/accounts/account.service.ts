import type DataLoader from 'dataloader';
import { pageSize, sliceOf } from '../../graphql/connection.ts';
import { decodeCursor, encodeCursor, filteredList } from '../../graphql/cursor.ts';
import { asked } from '../../graphql/filters.ts';
import { keyOf } from '../../graphql/global-id.ts';
import { loaderOf } from '../../graphql/loader.ts';
import { DEMO_SOURCE } from '../../scan/demo.ts';
import type { AccountsArgs } from './account.args.ts';
import { ACCOUNT_ORDER, type AccountRepository, type AccountRow } from './account.repository.ts';
import { Account, AccountConnectionPage } from './account.type.ts';

const LIST = 'accounts';

export class AccountService {
  readonly #repository: AccountRepository;
  readonly #byId: DataLoader<string, Account | null>;
  readonly #resourceCounts: DataLoader<string, number | null>;
  #removed: Promise<readonly string[]> | undefined;

  constructor(repository: AccountRepository) {
    this.#repository = repository;
    this.#byId = loaderOf(
      (ids) => repository.byIds(ids),
      (row) => row.id,
      (row) => new Account(row),
    );
    this.#resourceCounts = loaderOf(
      (ids) => repository.resourceCounts(ids),
      (row) => row.account_id,
      (row) => row.n,
    );
  }

  /** By its key in the store. */
  async get(key: string): Promise<Account> {
    const account = await this.#byId.load(key);
    if (!account) throw new Error(`no account ${key}`);
    return account;
  }

  /** By id, by the cloud's own id, or `demo`. */
  async find(name: string): Promise<Account | null> {
    const key = keyOf('account', name);
    if (key) return this.#byId.load(key);
    const [account] = await this.named([name]);
    return account ?? null;
  }

  /** The accounts that these name, each by id, by the cloud's own id, or as `demo`. */
  async named(names: readonly string[]): Promise<readonly Account[]> {
    const rows = await this.#repository.named({
      ids: names.map((name) => keyOf('account', name)).filter((key) => key !== null),
      externalIds: names,
      sources: names.includes('demo') ? [DEMO_SOURCE] : [],
    });
    return rows.map((row) => new Account(row));
  }

  /** Keys in the store of accounts that are gone, while not all of their rows are: of those nothing is shown. */
  removed(): Promise<readonly string[]> {
    this.#removed ??= this.#repository.removed();
    return this.#removed;
  }

  async all(): Promise<readonly Account[]> {
    return (await this.#repository.all()).map((row) => new Account(row));
  }

  /** Keys in the store of the accounts that a filter names; `null` where it names none. */
  async keysOf(names: readonly string[] | null | undefined): Promise<readonly string[] | null> {
    return asked(names) && (await this.named(names ?? [])).map((account) => account.key);
  }

  async page({ first, after, filter }: AccountsArgs): Promise<AccountConnectionPage> {
    const size = pageSize(first);
    const list = filteredList(LIST, filter);
    const position = decodeCursor(after, list, ACCOUNT_ORDER);
    const criteria = { ids: await this.keysOf(filter?.ids), text: filter?.text || null };
    const rows = await this.#repository.page(criteria, position, size + 1);
    const edgeOf = (row: AccountRow & { position: string[] }) => ({
      node: new Account(row),
      cursor: encodeCursor(list, ACCOUNT_ORDER, row.position),
    });
    return new AccountConnectionPage(sliceOf(rows, { size, after }, edgeOf), () => this.#repository.count(criteria));
  }

  async resourceCount(key: string): Promise<number> {
    return (await this.#resourceCounts.load(key)) ?? 0;
  }
}
