import { sql, type Kysely } from 'kysely';
import { isAfter, positionOf, sortedBy, type SortKey } from '../../store/keyset.ts';
import type { FindingEventTable, Tables } from '../../store/tables.ts';
import type { FindingCriteria } from './finding-criteria.ts';
import { matching } from './matching.repository.ts';

export type FindingRow = Awaited<ReturnType<FindingRepository['byIds']>>[number];

export class FindingRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  page(criteria: FindingCriteria, order: readonly SortKey[], after: readonly string[] | null, limit: number) {
    return this.#rows()
      .select(positionOf(order).as('position'))
      .where(matching(criteria))
      .$if(after !== null, (query) => query.where(isAfter(order, after ?? [])))
      .orderBy(sortedBy(order))
      .limit(limit)
      .execute();
  }

  byIds(ids: readonly string[], rules: readonly string[]) {
    return this.#rows()
      .where('f.id', 'in', ids)
      .where(sql<boolean>`f.rule_key = any(${rules}::text[])`)
      .execute();
  }

  #rows() {
    return this.#db
      .selectFrom('finding as f')
      .innerJoin('account as a', 'a.id', 'f.account_id')
      .innerJoin('resource as r', (join) =>
        join.onRef('r.account_id', '=', 'f.account_id').onRef('r.id', '=', 'f.resource_id'),
      )
      .leftJoin('scan_coverage as c', (join) =>
        join
          .onRef('c.account_id', '=', 'f.account_id')
          .onRef('c.region', '=', 'f.region')
          .onRef('c.rule_key', '=', 'f.rule_key'),
      )
      .select([
        'f.id',
        'f.account_id',
        'f.rule_key',
        'f.resource_id',
        'f.resource_type',
        'f.service',
        'f.region',
        'f.result',
        'f.stale',
        'f.severity',
        'f.severity_reason',
        'f.message',
        'f.evidence',
        'f.missing',
        'f.first_seen_at',
        'f.resolved_at',
        'a.provider',
        'a.external_id as account_external_id',
        'r.external_id as resource_external_id',
      ])
      .select(
        sql<FindingEventTable['kind'] | null>`case when f.last_change_at >= c.at then f.last_change end`.as('change'),
      )
      .select(
        // What is gone is not evaluated again; what is stale has its own time, and what was rechecked until its rule is covered again.
        sql<Date>`coalesce(
          case when f.stale then f.last_seen_at end, case when r.deleted_at is not null then f.resolved_at end,
          greatest(f.last_seen_at, c.at), f.resolved_at, f.first_seen_at
        )`.as('evaluated_at'),
      );
  }
}
