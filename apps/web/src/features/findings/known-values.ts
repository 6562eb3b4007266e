import type { Key, KnownValue, KnownValues } from '@plumbline/query';
import { readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { serviceLabel } from '../../lib/labels.ts';
import { FindingFacetsFragment } from './finding-filters.tsx';

const KEYS: Readonly<Record<string, Key>> = {
  severity: 'severity',
  service: 'service',
  result: 'result',
  account: 'account',
  region: 'region',
  rule: 'rule',
  resourceType: 'type',
};

/** What the filter bar can complete: the values of facets, in its own way of writing. */
export function knownValuesOf(reference: FragmentOf<typeof FindingFacetsFragment> | null): KnownValues {
  const facets = reference ? readFragment(FindingFacetsFragment, reference).facets : [];
  const known: Partial<Record<Key, readonly KnownValue[]>> = {};
  for (const { field, values } of facets) {
    const key = KEYS[field];
    if (key) known[key] = values.map((one) => knownValue(key, one));
  }
  return known;
}

function knownValue(key: Key, { value, label, count }: Required<KnownValue>): KnownValue {
  if (key === 'severity' || key === 'result') return { value: value.toLowerCase().replaceAll('_', '-'), count };
  return { value, label: key === 'service' ? serviceLabel(value) : label, count };
}
