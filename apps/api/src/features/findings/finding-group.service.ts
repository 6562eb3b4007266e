import { pageSize, sliceOf } from '../../graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts';
import type { Node } from '../../graphql/node.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import type { AccountService } from '../accounts/account.service.ts';
import type { ResourceService } from '../resources/resource.service.ts';
import type { RuleService } from '../rules/rule.service.ts';
import { GROUP_ORDER, type FindingGroupRepository, type GroupRow } from './finding-group.repository.ts';
import { FindingGroup, FindingGroupPage } from './finding-group.type.ts';
import type { FindingGroupField } from './finding.enums.ts';
import type { FindingGroupsArgs } from './finding.args.ts';
import type { FindingPage } from './finding.page.ts';

interface Members {
  readonly accounts: AccountService;
  readonly resources: ResourceService;
  readonly rules: RuleService;
}

/** Groups findings by a field. */
export class FindingGroups {
  readonly #repository: FindingGroupRepository;
  readonly #members: Members;

  constructor(repository: FindingGroupRepository, members: Members) {
    this.#repository = repository;
    this.#members = members;
  }

  /** @param detailed with the number of resources and the oldest time of each */
  async page(
    { list: findings, criteria }: Pick<FindingPage, 'list' | 'criteria'>,
    { by, first, after }: FindingGroupsArgs,
    detailed: boolean,
  ): Promise<FindingGroupPage> {
    const size = pageSize(first);
    const list = `groups by ${by} of ${findings}`;
    const position = decodeCursor(after, list, GROUP_ORDER);
    const rows = await this.#repository.page(criteria, { field: by, after: position, limit: size + 1, detailed });
    const shown = rows.slice(0, size);
    const groups = new Map(await Promise.all(shown.map(async (row) => [row, await this.#group(by, row)] as const)));
    const edgeOf = (row: GroupRow) => ({
      node: groups.get(row) as FindingGroup,
      cursor: encodeCursor(list, GROUP_ORDER, row.position),
    });
    return new FindingGroupPage(sliceOf(rows, { size, after }, edgeOf), () => this.#repository.count(criteria, by));
  }

  /** The thing itself that the findings of a group have in common, where it is one. */
  async nodeOf({ field, key }: FindingGroup): Promise<Node | null> {
    const { accounts, resources, rules } = this.#members;
    switch (field) {
      case 'account':
        return accounts.get(key);
      case 'resource':
        return resources.get(key);
      case 'rule':
        return rules.get(key);
      default:
        return null;
    }
  }

  async #group(field: FindingGroupField, row: GroupRow): Promise<FindingGroup> {
    const { value: key, resources: resourceCount, oldestAt } = row;
    const counts = SeverityCounts.of(row.counts.map((n, index) => ({ severity: index + 1, n })));
    return new FindingGroup({ field, key, counts, resourceCount, oldestAt, ...(await this.#shown(field, key)) });
  }

  /** How a value of the store is filtered by and shown. */
  async #shown(field: FindingGroupField, value: string): Promise<Pick<FindingGroup, 'value' | 'label'>> {
    const { accounts, resources, rules } = this.#members;
    switch (field) {
      case 'account': {
        const { externalId, name } = await accounts.get(value);
        return { value: externalId, label: name };
      }
      case 'resource': {
        const { id, name } = await resources.get(value);
        return { value: id, label: name };
      }
      case 'rule':
        return { value, label: rules.get(value).title };
      default:
        return { value, label: value };
    }
  }
}
