import DataLoader from 'dataloader';
import { pageSize, sliceOf } from '../../graphql/connection.ts';
import { decodeCursor, encodeCursor, filteredList } from '../../graphql/cursor.ts';
import type { Facet, FacetValue } from '../../graphql/facet.ts';
import { asked } from '../../graphql/filters.ts';
import { globalId, keyOf } from '../../graphql/global-id.ts';
import { loaderOf } from '../../graphql/loader.ts';
import type { AccountService } from '../accounts/account.service.ts';
import type { ResourceFacetField, ResourceFilter, ResourcesArgs } from './resource.args.ts';
import { ResourcePage } from './resource.page.ts';
import {
  RESOURCE_ORDER,
  type ResourceCriteria,
  type ResourceRepository,
  type ResourceRow,
} from './resource.repository.ts';
import { Resource } from './resource.type.ts';

const LIST = 'resources';

export class ResourceService {
  readonly #repository: ResourceRepository;
  readonly #accounts: AccountService;
  readonly #byKey: DataLoader<string, Resource | null>;
  readonly #configs: DataLoader<string, Record<string, unknown> | null>;
  readonly #byExternalId: DataLoader<string, readonly Resource[]>;

  constructor(repository: ResourceRepository, accounts: AccountService) {
    this.#repository = repository;
    this.#accounts = accounts;
    this.#byKey = loaderOf(
      (keys) => repository.byIds(keys),
      (row) => row.id,
      (row) => new Resource(row),
    );
    this.#configs = loaderOf(
      (keys) => repository.configs(keys),
      (row) => row.id,
      (row) => row.config,
    );
    this.#byExternalId = new DataLoader(async (externalIds) => {
      const found = (await repository.byExternalIds(externalIds)).map((row) => new Resource(row));
      return externalIds.map((externalId) => found.filter((resource) => resource.externalId === externalId));
    });
  }

  /** By its key in the store. */
  async get(key: string): Promise<Resource> {
    const resource = await this.#byKey.load(key);
    if (!resource) throw new Error(`no resource ${key}`);
    return resource;
  }

  /** By id, or by the cloud's own; of several accounts that have it, one in which it is still there. */
  async find(id: string): Promise<Resource | null> {
    const key = keyOf('resource', id);
    if (key) return this.#byKey.load(key);
    const [found] = await this.#byExternalId.load(id);
    return found ?? null;
  }

  /** By the cloud's own id, in an account. */
  async inAccount(accountKey: string, externalId: string): Promise<Resource | null> {
    const found = await this.#byExternalId.load(externalId);
    return found.find((resource) => resource.accountKey === accountKey) ?? null;
  }

  async configOf(key: string): Promise<Record<string, unknown>> {
    return (await this.#configs.load(key)) ?? {};
  }

  async page({ first, after, filter }: ResourcesArgs): Promise<ResourcePage> {
    const size = pageSize(first);
    const list = filteredList(LIST, filter);
    const position = decodeCursor(after, list, RESOURCE_ORDER);
    const criteria = await this.#criteria(filter ?? {});
    const rows = await this.#repository.page(criteria, position, size + 1);
    const edgeOf = (row: ResourceRow & { position: string[] }) => ({
      node: new Resource(row),
      cursor: encodeCursor(list, RESOURCE_ORDER, row.position),
    });
    const count = () => this.#repository.count(criteria);
    return new ResourcePage(sliceOf(rows, { size, after }, edgeOf), count, criteria);
  }

  /** Each facet leaves its own filter out. */
  facets(criteria: ResourceCriteria, fields: readonly ResourceFacetField[], limit: number): Promise<Facet[]> {
    return Promise.all(fields.map((field) => this.#facet(criteria, field, limit)));
  }

  async #facet(criteria: ResourceCriteria, field: ResourceFacetField, limit: number): Promise<Facet> {
    const { values, others } = await this.#repository.facet({ ...criteria, [field]: null }, field, limit);
    const selected = new Set(criteria[field]);
    const shown = values.map(async ({ value, n }): Promise<FacetValue> => {
      const account = field === 'account' ? await this.#accounts.get(value) : null;
      return {
        value: account ? globalId('account', value) : value,
        label: account?.name ?? value,
        count: n,
        selected: selected.has(value),
      };
    });
    return { field, values: await Promise.all(shown), otherValues: others };
  }

  async #criteria(filter: ResourceFilter): Promise<ResourceCriteria> {
    const ids = asked(filter.ids);
    return {
      account: await this.#accounts.keysOf(filter.account),
      notOf: await this.#accounts.removed(),
      ids: ids && ids.map((id) => keyOf('resource', id)).filter((key) => key !== null),
      externalIds: ids,
      service: asked(filter.service),
      region: asked(filter.region),
      type: asked(filter.type),
      text: filter.text || null,
      includeDeleted: filter.includeDeleted ?? false,
    };
  }
}
