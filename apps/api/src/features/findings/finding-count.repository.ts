import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import type { FindingCriteria } from './finding-criteria.ts';
import type { FindingFacetField } from './finding.enums.ts';
import { ANYTHING, countBy, type CountedRow, type ValueCount } from './counted-rows.ts';
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
const FIELDS = Object.keys(COLUMNS) as readonly FindingFacetField[];

export interface SeverityCount {
  readonly severity: number;
  readonly n: number;
}

/** Exact counts: from `finding_count` where it has what the criteria need, else from the findings themselves. */
export class FindingCountRepository {
  readonly #db: Kysely<Tables>;
  /** By the conditions that only findings can tell: what was counted for one facet serves the others. */
  readonly #counted = new Map<FindingCriteria['rows'], Promise<readonly CountedRow[]>>();

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** By rank. */
  async severities(criteria: FindingCriteria): Promise<readonly SeverityCount[]> {
    const counts = await this.#countBy(criteria, 'severity');
    return counts.map(({ value, n }) => ({ severity: Number(value), n }));
  }

  /** The most frequent values first, and how many more there are. */
  async facet(criteria: FindingCriteria, field: FindingFacetField, limit: number) {
    const counts = (await this.#countBy(criteria, field)).toSorted((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
    return { values: counts.slice(0, limit), others: Math.max(0, counts.length - limit) };
  }

  async #countBy(criteria: FindingCriteria, field: FindingFacetField): Promise<readonly ValueCount[]> {
    if (!isCounted(criteria)) return countBy(await this.#countedRows(criteria), criteria, field);
    const { rows } = await sql<ValueCount>`
      select ${sql.ref(COLUMNS[field])}::text as value, sum(f.n)::int as n from finding_count f where ${matching(criteria)}
      group by 1 having sum(f.n) > 0`.execute(this.#db);
    return rows;
  }

  /** All findings that meet the conditions, by every field at once: one look at them instead of one for each facet. */
  #countedRows(criteria: FindingCriteria): Promise<readonly CountedRow[]> {
    const counted = this.#counted.get(criteria.rows) ?? this.#countRows(criteria);
    this.#counted.set(criteria.rows, counted);
    return counted;
  }

  async #countRows({ rules, rows: conditions }: FindingCriteria): Promise<readonly CountedRow[]> {
    const columns = FIELDS.map((field) => sql`${sql.ref(COLUMNS[field])}::text as ${sql.id(field)}`);
    const { rows } = await sql<CountedRow>`
      select ${sql.join(columns)}, count(*)::int as n from finding f
      where ${matching({ ...ANYTHING, rules, rows: conditions })} group by ${sql.join(FIELDS.map((field) => sql.ref(COLUMNS[field])))}`.execute(
      this.#db,
    );
    return rows;
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
