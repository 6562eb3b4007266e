import { MAX_QUERY_LENGTH, parseQuery, type ParsedQuery as ParsedText } from '@plumbline/query';
import type DataLoader from 'dataloader';
import { pageSize, sliceOf } from '../../graphql/connection.ts';
import { decodeCursor, encodeCursor, filteredList } from '../../graphql/cursor.ts';
import { badUserInput } from '../../graphql/errors.ts';
import { keyOf } from '../../graphql/global-id.ts';
import { listLoaderOf, loaderOf } from '../../graphql/loader.ts';
import type { PageArgs } from '../../graphql/page-args.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import { findingId } from '../../store/ids.ts';
import type { AccountService } from '../accounts/account.service.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import { criteriaOf, noFindings } from './criteria-of.ts';
import type { FindingCountRepository, SeverityCount } from './finding-count.repository.ts';
import type { DiffCondition, FindingCriteria } from './finding-criteria.ts';
import { sortKeysOf } from './finding-order.ts';
import type { FindingFilter } from './finding-filter.args.ts';
import type { FindingsArgs } from './finding.args.ts';
import { FindingPage } from './finding.page.ts';
import type { FindingRepository, FindingRow } from './finding.repository.ts';
import { Finding } from './finding.type.ts';
import { ParsedQuery } from './parsed-query.type.ts';
import { queryFilters } from './query-filters.ts';

const LIST = 'findings';

export type FindingDiff = Omit<DiffCondition, 'field'>;

export class FindingService {
  readonly #repository: FindingRepository;
  readonly #counts: FindingCountRepository;
  readonly #names: { readonly accounts: AccountService; readonly catalogue: RuleCatalogue };
  readonly #byKey: DataLoader<string, Finding | null>;
  readonly #openByAccount: DataLoader<string, readonly SeverityCount[]>;
  readonly #openByRule: DataLoader<string, readonly SeverityCount[]>;

  constructor(
    repository: FindingRepository,
    counts: FindingCountRepository,
    names: { readonly accounts: AccountService; readonly catalogue: RuleCatalogue },
  ) {
    this.#repository = repository;
    this.#counts = counts;
    this.#names = names;
    this.#byKey = loaderOf(
      (keys) => repository.byIds(keys, names.catalogue.keys),
      (row) => row.id,
      (row) => new Finding(row),
    );
    this.#openByAccount = listLoaderOf(
      (keys) => counts.open('account_id', keys, names.catalogue.keys),
      (row) => row.key,
    );
    this.#openByRule = listLoaderOf(
      (keys) => counts.open('rule_key', keys, names.catalogue.keys),
      (row) => row.key,
    );
  }

  /** By id or fingerprint. */
  async find(id: string): Promise<Finding | null> {
    const key = keyOf('finding', id) ?? (/^[0-9a-f]{64}$/.test(id) ? findingId(id) : null);
    return key === null ? null : this.#byKey.load(key);
  }

  /** As it is by now. */
  async reread({ id }: Finding): Promise<Finding | null> {
    const key = keyOf('finding', id) ?? '';
    return this.#byKey.clear(key).load(key);
  }

  /** Those of these keys that are there, in their order. */
  async several(keys: readonly string[]): Promise<readonly Finding[]> {
    const found = await Promise.all(keys.map((key) => this.#byKey.load(key)));
    return found.filter((finding) => finding !== null);
  }

  async page({ first, after, filter, query, orderBy }: FindingsArgs): Promise<FindingPage> {
    const parsed = parsedQuery(query);
    const criteria = await this.#criteria(filter ?? {}, parsed);
    const list = filteredList(LIST, { filter, query });
    return this.#page(list, criteria, { first, after, orderBy }, parsed && new ParsedQuery(parsed));
  }

  /** What changed between two scans, as it stands now. */
  async changed(diff: FindingDiff, args: PageArgs): Promise<FindingPage> {
    const criteria = await this.#criteria({ result: [] }, null);
    const changed: FindingCriteria = { ...criteria, rows: [{ field: 'diff', negated: false, ...diff }] };
    return this.#page(filteredList('changes', diff), changed, args, null);
  }

  async #page(
    list: string,
    criteria: FindingCriteria,
    { first, after, orderBy }: Pick<FindingsArgs, 'first' | 'after' | 'orderBy'>,
    parsedQuery: ParsedQuery | null,
  ): Promise<FindingPage> {
    const size = pageSize(first);
    const order = sortKeysOf(orderBy);
    const position = decodeCursor(after, list, order);
    const rows = await this.#repository.page(criteria, order, position, size + 1);
    const edgeOf = (row: FindingRow & { position: string[] }) => ({
      node: new Finding(row),
      cursor: encodeCursor(list, order, row.position),
    });
    let severities: Promise<SeverityCounts> | undefined;
    return new FindingPage(sliceOf(rows, { size, after }, edgeOf), {
      list,
      criteria,
      severities: () => {
        severities ??= this.#counts.severities(criteria).then((counts) => SeverityCounts.of(counts));
        return severities;
      },
      parsedQuery,
    });
  }

  /** A query with a mistake finds nothing: what is left of it would find too much. */
  #criteria(filter: FindingFilter, query: ParsedText | null): Promise<FindingCriteria> {
    const names = { ...this.#names, now: new Date() };
    if (query?.filter === null) return noFindings(names);
    return criteriaOf([filter, ...queryFilters(query?.filter ?? [], names.now)], names);
  }

  /** What a query asks for; everything that fails where it has a mistake. */
  criteriaOf(query: string): Promise<FindingCriteria> {
    const parsed = parsedQuery(query);
    return this.#criteria({}, parsed?.filter ? parsed : null);
  }

  /** How many resources the findings are on. */
  resourceCount(criteria: FindingCriteria): Promise<number> {
    return this.#counts.resources(criteria);
  }

  async openOfAccount(accountKey: string): Promise<SeverityCounts> {
    return SeverityCounts.of(await this.#openByAccount.load(accountKey));
  }

  async openOfRule(ruleKey: string): Promise<SeverityCounts> {
    return SeverityCounts.of(await this.#openByRule.load(ruleKey));
  }
}

/** @throws GraphQLError when the query is longer than any may be */
function parsedQuery(query: string | null | undefined): ParsedText | null {
  if (query === null || query === undefined) return null;
  if (query.length > MAX_QUERY_LENGTH)
    throw badUserInput(`\`query\` has at most ${MAX_QUERY_LENGTH} characters, found ${query.length}.`);
  return parseQuery(query);
}
