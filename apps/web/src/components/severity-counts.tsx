import { VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import { findingsPath, type FindingLink } from '../lib/finding-search.ts';
import { formatCount } from '../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../lib/graphql.ts';
import { SEVERITIES, SEVERITY_LABELS, severityField } from '../lib/severity.ts';
import { SeverityShape } from './severity-mark.tsx';
import classes from './severity-counts.module.css';

export const SeverityCountsFragment = graphql(`
  fragment SeverityCounts on SeverityCounts {
    critical
    high
    medium
    low
    info
    total
  }
`);

interface SeverityCountsProps {
  readonly counts: FragmentOf<typeof SeverityCountsFragment>;
  /** What the counts are limited to: each number leads to just these findings. */
  readonly search?: FindingLink;
  readonly none?: string;
}

/** Open findings by severity in one line, each number a link; those at zero are left out. */
export function SeverityCounts({ counts: reference, search = {}, none = 'None open' }: SeverityCountsProps) {
  const counts = readFragment(SeverityCountsFragment, reference);
  const present = SEVERITIES.filter((severity) => counts[severityField(severity)] > 0);
  if (present.length === 0) return <span className={classes['none']}>{none}</span>;
  return (
    <ul className={classes['list']}>
      {present.map((severity) => (
        <li key={severity}>
          <Link to={findingsPath({ ...search, severity: [severity] })} title={SEVERITY_LABELS[severity]}>
            <SeverityShape severity={severity} />
            {formatCount(counts[severityField(severity)])}
            <VisuallyHidden>{SEVERITY_LABELS[severity]}</VisuallyHidden>
          </Link>
        </li>
      ))}
    </ul>
  );
}
