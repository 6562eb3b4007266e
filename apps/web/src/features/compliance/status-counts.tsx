import { Link } from 'react-router';
import { RequirementMark } from '../../components/status-mark.tsx';
import { frameworkPath, REQUIREMENT_STATUSES, type ComplianceSearch } from '../../lib/compliance-search.ts';
import { formatCount } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf, type RequirementStatus } from '../../lib/graphql.ts';
import classes from './compliance.module.css';

export const StatusCountsFragment = graphql(`
  fragment StatusCounts on RequirementCounts {
    passed
    failed
    unknown
    manualPending
    notCovered
    noData
  }
`);

/** The field of `RequirementCounts` that counts an outcome. */
const FIELDS = {
  PASSED: 'passed',
  FAILED: 'failed',
  UNKNOWN: 'unknown',
  MANUAL_PENDING: 'manualPending',
  NOT_COVERED: 'notCovered',
  NO_DATA: 'noData',
} as const satisfies Record<RequirementStatus, string>;

interface StatusCountsProps {
  readonly counts: FragmentOf<typeof StatusCountsFragment>;
  readonly framework: string;
  readonly search?: Partial<ComplianceSearch>;
}

/** Requirements by outcome, each number a link to them. What is not decided stands beside what is. */
export function StatusCounts({ counts: reference, framework, search = {} }: StatusCountsProps) {
  const counts = readFragment(StatusCountsFragment, reference);
  const total = Object.values(FIELDS).reduce((sum, field) => sum + counts[field], 0);
  const present = REQUIREMENT_STATUSES.filter((status) => counts[FIELDS[status]] > 0);
  return (
    <>
      <div className={classes['stack']} aria-hidden="true">
        {present.map((status) => (
          <span
            key={status}
            className={classes['part']}
            data-status={status}
            style={{ width: `${(100 * counts[FIELDS[status]]) / total}%` }}
          />
        ))}
      </div>
      <ul className={classes['counts']}>
        {present.map((status) => (
          <li key={status}>
            <Link to={frameworkPath(framework, { ...search, status: [status] })}>
              <RequirementMark status={status} />
              <span className="num">{formatCount(counts[FIELDS[status]])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
