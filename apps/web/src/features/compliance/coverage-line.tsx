import { Link } from 'react-router';
import { frameworkPath, ASSESSMENTS, type ComplianceSearch } from '../../lib/compliance-search.ts';
import { formatCount } from '../../lib/format.ts';
import { graphql, readFragment, type AssessmentKind, type FragmentOf } from '../../lib/graphql.ts';
import classes from './compliance.module.css';

export const CoverageFragment = graphql(`
  fragment Coverage on FrameworkCoverage {
    automated
    partial
    manual
    uncovered
  }
`);

const WORDS: Readonly<Record<AssessmentKind, string>> = {
  AUTOMATED: 'decided by rules',
  PARTIAL: 'in part',
  MANUAL: 'need a person',
  UNCOVERED: 'without a rule yet',
};

interface CoverageLineProps {
  readonly coverage: FragmentOf<typeof CoverageFragment>;
  readonly framework: string;
  readonly search?: Partial<ComplianceSearch>;
}

/** How much of a framework rules can decide, in one line; each number leads to these requirements. */
export function CoverageLine({ coverage: reference, framework, search = {} }: CoverageLineProps) {
  const coverage = readFragment(CoverageFragment, reference);
  const present = ASSESSMENTS.filter((kind) => coverage[fieldOf(kind)] > 0);
  const total = present.reduce((sum, kind) => sum + coverage[fieldOf(kind)], 0);
  return (
    <p className={classes['coverage']}>
      Of {formatCount(total)} requirements:{' '}
      {present.map((kind, index) => (
        <span key={kind}>
          {index > 0 && ', '}
          <Link to={frameworkPath(framework, { ...search, assessment: [kind] })}>
            {formatCount(coverage[fieldOf(kind)])} {WORDS[kind]}
          </Link>
        </span>
      ))}
      .
    </p>
  );
}

function fieldOf(kind: AssessmentKind) {
  return kind.toLowerCase() as Lowercase<AssessmentKind>;
}
