import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import type { FindingCriteria } from './finding-criteria.ts';
import type { FindingFacetField } from './finding.enums.ts';
import { isCounted, matching } from './matching.repository.ts';

const COLUMNS: Readonly<Record<FindingFacetField, string>> = {
  account: 'f.account_id',
  region: 'f.region',
  'resource-type': 'f.resource_type',
  result: 'f.result',
  rule: 'f.rule_key',
  service: 'f.service',
  severity: 'f.severity',
};

export interface SeverityCount {
  readonly severity: number;
  readonly n: number;
}

/** Exact counts: from `finding_count` where it has what the criteria need, else from the findings themselves. */
export class FindingCountRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** By rank. */
  async severities(criteria: FindingCriteria): Promise<readonly SeverityCount[]> {
    const { from, n } = source(criteria);
    const query = sql<SeverityCount>`select f.severity, ${n} as n from ${from} where ${matching(criteria)} group by 1`;
    return (await query.execute(this.#db)).rows;
  }

  /** The most frequent values first, and how many more there are. */
  async facet(criteria: FindingCriteria, field: FindingFacetField, limit: number) {
    const { from, n } = source(criteria);
    const { rows } = await sql<{ value: string; n: number }>`
      select ${sql.ref(COLUMNS[field])}::text as value, ${n} as n from ${from} where ${matching(criteria)}
      group by 1 having ${n} > 0 order by 2 desc, 1`.execute(this.#db);
    return { values: rows.slice(0, limit), others: Math.max(0, rows.length - limit) };
  }

  async resources(criteria: FindingCriteria): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(distinct f.resource_id)::int as n from finding f where ${matching(criteria)}`.execute(this.#db);
    return rows[0]?.n ?? 0;
  }

  /** Failing findings of each account or rule, by rank. */
  async open(by: 'account_id' | 'rule_key', keys: readonly string[], rules: readonly string[]) {
    const column = sql.ref(`f.${by}`);
    const { rows } = await sql<SeverityCount & { key: string }>`
      select ${column}::text as key, f.severity, sum(f.n)::int as n from finding_count f
      where ${column}::text = any(${keys}::text[]) and f.rule_key = any(${rules}::text[]) and f.result = 'fail' group by 1, 2`.execute(
      this.#db,
    );
    return rows;
  }
}

function source(criteria: FindingCriteria): { readonly from: RawBuilder<unknown>; readonly n: RawBuilder<number> } {
  return isCounted(criteria)
    ? { from: sql`finding_count f`, n: sql<number>`sum(f.n)::int` }
    : { from: sql`finding f`, n: sql<number>`count(*)::int` };
}
