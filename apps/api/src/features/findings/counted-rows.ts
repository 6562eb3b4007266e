import { allows, ANY } from './choice.ts';
import type { FindingCriteria } from './finding-criteria.ts';
import type { FindingFacetField } from './finding.enums.ts';

/** How many findings have these values, as text. */
export type CountedRow = Readonly<Record<FindingFacetField, string>> & { readonly n: number };

export interface ValueCount {
  readonly value: string;
  readonly n: number;
}

export const ANYTHING = {
  account: ANY,
  region: ANY,
  service: ANY,
  'resource-type': ANY,
  rule: ANY,
  severity: ANY,
  result: ANY,
} satisfies Readonly<Record<FindingFacetField, typeof ANY>>;

/** The rows that meet the criteria, added up by a field. */
export function countBy(
  rows: readonly CountedRow[],
  criteria: FindingCriteria,
  field: FindingFacetField,
): readonly ValueCount[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (meets(row, criteria)) counts.set(row[field], (counts.get(row[field]) ?? 0) + row.n);
  }
  return [...counts].map(([value, n]) => ({ value, n }));
}

function meets(row: CountedRow, criteria: FindingCriteria): boolean {
  return (
    allows(criteria.account, row.account) &&
    allows(criteria.region, row.region) &&
    allows(criteria.service, row.service) &&
    allows(criteria['resource-type'], row['resource-type']) &&
    allows(criteria.rule, row.rule) &&
    allows(criteria.severity, Number(row.severity)) &&
    allows<string>(criteria.result, row.result)
  );
}
