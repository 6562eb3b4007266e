import { asked } from '../../graphql/filters.ts';
import type { SortKey } from '../../store/keyset.ts';
import { WORST_FIRST, type FindingOrder } from './finding.args.ts';
import type { FindingOrderField } from './finding.enums.ts';

const COLUMNS: Readonly<Record<FindingOrderField, Pick<SortKey, 'column' | 'type'>>> = {
  account: { column: 'a.name', type: 'text' },
  'first-seen': { column: 'f.first_seen_at', type: 'timestamptz' },
  resource: { column: 'r.name', type: 'text' },
  rule: { column: 'f.rule_key', type: 'text' },
  service: { column: 'f.service', type: 'text' },
  severity: { column: 'f.severity', type: 'smallint' },
};

/** The keys that an order stands for. Ties are broken by id, in the direction of the last field, so that an index can serve. */
export function sortKeysOf(orderBy: readonly FindingOrder[] | null | undefined): readonly SortKey[] {
  const fields = new Map<FindingOrderField, SortKey>();
  for (const { field, direction } of asked(orderBy) ?? [WORST_FIRST]) {
    // The worst severity has the lowest rank.
    const descending = (direction === 'desc') !== (field === 'severity');
    if (!fields.has(field)) fields.set(field, { ...COLUMNS[field], descending });
  }
  const keys = [...fields.values()];
  return [...keys, { column: 'f.id', type: 'uuid', descending: keys.at(-1)?.descending ?? false }];
}
