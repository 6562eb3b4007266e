import { FilterGroup, type FilterOption } from '../../components/filter-group.tsx';
import { FilterPanel } from '../../components/filter-panel.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import {
  chosenValues,
  isNarrowed,
  toggleValue,
  withoutFilter,
  type FindingSearch,
  type ListField,
} from '../../lib/finding-search.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { RESULT_LABELS, serviceLabel } from '../../lib/labels.ts';
import { SEVERITIES } from '../../lib/severity.ts';

export const FindingFacetsFragment = graphql(`
  fragment FindingFacets on FindingPage {
    facets(fields: [SEVERITY, SERVICE, RESULT, ACCOUNT, REGION, RULE, RESOURCE_TYPE]) {
      field
      values {
        value
        label
        count
      }
    }
  }
`);

type Values = readonly { readonly value: string; readonly label: string; readonly count: number }[];

interface FindingFiltersProps {
  /** Null while they are not known. */
  readonly facets: FragmentOf<typeof FindingFacetsFragment> | null;
  readonly search: FindingSearch;
  readonly onChange: (search: FindingSearch) => void;
}

export function FindingFilters({ facets: reference, search, onChange }: FindingFiltersProps) {
  const facets = reference ? readFragment(FindingFacetsFragment, reference).facets : [];
  const valuesOf = (field: ListField): Values =>
    facets.find((facet) => facet.field.toLowerCase() === field)?.values ?? [];
  const countOf = (field: ListField, value: string) =>
    reference ? (valuesOf(field).find((one) => one.value.toUpperCase() === value)?.count ?? 0) : null;
  const chosen = (field: ListField) => chosenValues(search, field);
  const rules = chosen('rule');
  const onToggle = (field: ListField) => (value: string) => onChange(toggleValue(search, field, value));

  return (
    <FilterPanel onClear={isNarrowed(search) ? () => onChange(withoutFilter(search)) : null}>
      <FilterGroup
        title="Severity"
        options={SEVERITIES.map((severity) => ({
          value: severity,
          label: <SeverityMark severity={severity} />,
          count: countOf('severity', severity),
        }))}
        selected={chosen('severity')}
        onToggle={onToggle('severity')}
      />
      <FilterGroup
        title="Result"
        options={(['FAIL', 'UNKNOWN', 'PASS'] as const).map((result) => ({
          value: result,
          label: RESULT_LABELS[result],
          count: countOf('result', result),
        }))}
        selected={chosen('result')}
        onToggle={onToggle('result')}
      />
      <FilterGroup
        title="Service"
        options={withChosen(valuesOf('service'), chosen('service'), serviceLabel)}
        selected={chosen('service')}
        onToggle={onToggle('service')}
      />
      <FilterGroup
        title="Region"
        options={withChosen(valuesOf('region'), chosen('region'))}
        selected={chosen('region')}
        onToggle={onToggle('region')}
      />
      <FilterGroup
        title="Account"
        options={withChosen(valuesOf('account'), chosen('account'))}
        selected={chosen('account')}
        onToggle={onToggle('account')}
      />
      {rules.length > 0 && (
        <FilterGroup
          title="Rule"
          options={rules.map((rule) => ({
            value: rule,
            label: <span className="mono">{rule}</span>,
            count: null,
          }))}
          selected={rules}
          onToggle={onToggle('rule')}
        />
      )}
    </FilterPanel>
  );
}

/** The values that there are, and those chosen that no finding has any more. */
function withChosen(
  values: Values,
  chosen: readonly string[],
  labelOf?: (value: string) => string,
): readonly FilterOption[] {
  const gone = chosen.filter((value) => !values.some((one) => one.value === value));
  return [...values, ...gone.map((value) => ({ value, label: value, count: 0 }))].map((option) => ({
    ...option,
    label: labelOf ? labelOf(option.value) : option.label,
  }));
}
