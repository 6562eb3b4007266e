import { FilterGroup } from '../../components/filter-group.tsx';
import { FilterPanel } from '../../components/filter-panel.tsx';
import { RequirementMark } from '../../components/status-mark.tsx';
import { ASSESSMENTS, REQUIREMENT_STATUSES, toggled, type ComplianceSearch } from '../../lib/compliance-search.ts';
import { ASSESSMENT_LABELS } from '../../lib/labels.ts';
import { matching, type TreeRequirement } from './requirement-tree.ts';

interface FrameworkFiltersProps {
  readonly requirements: readonly TreeRequirement[];
  readonly search: ComplianceSearch;
  readonly onChange: (search: Partial<ComplianceSearch>) => void;
  readonly onClear: () => void;
}

/** Each group leaves its own filter out of its counts. */
export function FrameworkFilters({ requirements, search, onChange, onClear }: FrameworkFiltersProps) {
  const byStatus = matching(requirements, { ...search, status: [] });
  const byAssessment = matching(requirements, { ...search, assessment: [] });
  const { status, assessment, text } = search;
  const isNarrowed = status.length + assessment.length > 0 || text !== '';
  return (
    <FilterPanel onClear={isNarrowed ? onClear : null}>
      <FilterGroup
        title="Outcome"
        options={REQUIREMENT_STATUSES.map((value) => ({
          value,
          label: <RequirementMark status={value} />,
          count: byStatus.filter(({ result }) => result.status === value).length,
        }))}
        selected={status}
        onToggle={(value) => onChange({ status: toggled<string>(status, value) as ComplianceSearch['status'] })}
      />
      <FilterGroup
        title="Coverage"
        options={ASSESSMENTS.map((value) => ({
          value,
          label: ASSESSMENT_LABELS[value],
          count: byAssessment.filter((one) => one.assessment === value).length,
        }))}
        selected={assessment}
        onToggle={(value) =>
          onChange({ assessment: toggled<string>(assessment, value) as ComplianceSearch['assessment'] })
        }
      />
    </FilterPanel>
  );
}
