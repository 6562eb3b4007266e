import { FilterGroup } from '../../components/filter-group.tsx';
import { FilterPanel } from '../../components/filter-panel.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { serviceLabel } from '../../lib/labels.ts';
import { SEVERITIES } from '../../lib/severity.ts';
import { EMPTY_SEARCH, toggleRuleValue, type RuleListField, type RuleSearch } from './rule-search.ts';

export const RuleFacetsFragment = graphql(`
  fragment RuleFacets on RulePage {
    facets(fields: [SEVERITY, SERVICE, CATEGORY]) {
      field
      values {
        value
        label
        count
      }
    }
  }
`);

interface RuleFiltersProps {
  /** Null while they are not known. */
  readonly facets: FragmentOf<typeof RuleFacetsFragment> | null;
  readonly search: RuleSearch;
  readonly onChange: (search: RuleSearch) => void;
  readonly onClear: () => void;
}

export function RuleFilters({ facets: reference, search, onChange, onClear }: RuleFiltersProps) {
  const facets = reference ? readFragment(RuleFacetsFragment, reference).facets : [];
  const valuesOf = (field: RuleListField) => facets.find((facet) => facet.field.toLowerCase() === field)?.values ?? [];
  const onToggle = (field: RuleListField) => (value: string) => onChange(toggleRuleValue(search, field, value));
  return (
    <FilterPanel
      onClear={Object.keys(EMPTY_SEARCH).some((key) => search[key as RuleListField].length > 0) ? onClear : null}
    >
      <FilterGroup
        title="Severity"
        options={SEVERITIES.map((severity) => ({
          value: severity,
          label: <SeverityMark severity={severity} />,
          count: reference
            ? (valuesOf('severity').find(({ value }) => value.toUpperCase() === severity)?.count ?? 0)
            : null,
        }))}
        selected={search.severity}
        onToggle={onToggle('severity')}
      />
      <FilterGroup
        title="Service"
        options={valuesOf('service').map((one) => ({ ...one, label: serviceLabel(one.value) }))}
        selected={search.service}
        onToggle={onToggle('service')}
      />
      <FilterGroup
        title="Topic"
        options={valuesOf('category').map((one) => ({ ...one, label: one.value.replaceAll('-', ' ') }))}
        selected={search.category}
        onToggle={onToggle('category')}
      />
    </FilterPanel>
  );
}
