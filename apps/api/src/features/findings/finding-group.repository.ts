import { sql, type Kysely, type RawBuilder } from 'kysely';
import { isAfter, positionOf, sortedBy, type SortKey } from '../../store/keyset.ts';
import type { Tables } from '../../store/tables.ts';
import type { FindingCriteria } from './finding-criteria.ts';
import type { FindingGroupField } from './finding.enums.ts';
import { isCounted, matching } from './matching.repository.ts';

const COLUMNS: Readonly<Record<FindingGroupField, string>> = {
  account: 'f.account_id',
  region: 'f.region',
  resource: 'f.resource_id',
  'resource-type': 'f.resource_type',
  rule: 'f.rule_key',
  service: 'f.service',
};

const RANKS = [1, 2, 3, 4, 5];

export interface GroupRow {
  readonly value: string;
  /** By rank of the severity, from 1. */
  readonly counts: readonly number[];
  readonly position: readonly string[];
  /** These two where they were asked for: only the findings themselves can tell. */
  readonly resources: number | null;
  readonly oldestAt: Date | null;
}

export interface GroupsWanted {
  readonly field: FindingGroupField;
  readonly after: readonly string[] | null;
  readonly limit: number;
  /** With their resources and ages. */
  readonly detailed: boolean;
}

/** By the worst findings: most critical ones first. */
export const GROUP_ORDER: readonly SortKey[] = [
  ...RANKS.map((rank) => ({ column: `g.n${rank}`, type: 'integer' as const, descending: true })),
  { column: 'g.value', type: 'text', descending: false },
];

/** Findings added up by a field: from `finding_count` where it has what the criteria need, else from the findings themselves. */
export class FindingGroupRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** In one statement: in the next, a group may be gone. */
  async page(criteria: FindingCriteria, { field, after, limit, detailed }: GroupsWanted): Promise<readonly GroupRow[]> {
    const { rows } = await sql<GroupRow>`
      with page as materialized (
        select g.*, row_number() over () as nth from (
          select g.value, array[${sql.join(RANKS.map((rank) => sql.ref(`g.n${rank}`)))}]::int[] as counts, ${positionOf(GROUP_ORDER)} as position
          from (${grouped(criteria, field)}) g
          where ${after === null ? sql`true` : isAfter(GROUP_ORDER, after)}
          order by ${sortedBy(GROUP_ORDER)} limit ${limit}) g)
      select page.value, counts, position, resources, "oldestAt" from page
      left join (${details(criteria, field, detailed)}) detail on detail.value = page.value
      order by nth`.execute(this.#db);
    return rows;
  }

  async count(criteria: FindingCriteria, field: FindingGroupField): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(distinct ${sql.ref(COLUMNS[field])})::int as n from ${source(criteria, field)} f
      where ${matching(criteria)}`.execute(this.#db);
    return rows[0]?.n ?? 0;
  }
}

/** Of the groups of `page`, if it is wanted. */
function details(criteria: FindingCriteria, field: FindingGroupField, wanted: boolean): RawBuilder<unknown> {
  if (!wanted) return sql`select null::text as value, null::int as resources, null::timestamptz as "oldestAt"`;
  const column = sql.ref(COLUMNS[field]);
  const type = sql.raw(field === 'account' || field === 'resource' ? 'uuid' : 'text');
  return sql`
    select ${column}::text as value, count(distinct f.resource_id)::int as resources, min(f.first_seen_at) as "oldestAt"
    from finding f where ${matching(criteria)} and ${column} = any(array(select value::${type} from page)) group by ${column}`;
}

function grouped(criteria: FindingCriteria, field: FindingGroupField): RawBuilder<unknown> {
  const column = sql.ref(COLUMNS[field]);
  const counted = hasCounts(criteria, field) ? sql`sum(f.n)` : sql`count(*)`;
  const bySeverity = RANKS.map(
    (rank) => sql`coalesce(${counted} filter (where f.severity = ${sql.lit(rank)}), 0) as ${sql.id(`n${rank}`)}`,
  );
  return sql`select ${column}::text as value, ${sql.join(bySeverity)} from ${source(criteria, field)} f
    where ${matching(criteria)} group by ${column}`;
}

function source(criteria: FindingCriteria, field: FindingGroupField): RawBuilder<unknown> {
  return sql.table(hasCounts(criteria, field) ? 'finding_count' : 'finding');
}

function hasCounts(criteria: FindingCriteria, field: FindingGroupField): boolean {
  return field !== 'resource' && isCounted(criteria);
}
