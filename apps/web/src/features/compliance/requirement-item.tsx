import { useState } from 'react';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { RequirementMark } from '../../components/status-mark.tsx';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { ASSESSMENT_LABELS } from '../../lib/labels.ts';
import { RequirementDetail } from './requirement-detail.tsx';
import classes from './compliance.module.css';

export const RequirementItemFragment = graphql(`
  fragment RequirementItem on Requirement {
    id
    number
    title
    level
    severity
    assessment
    result(scope: $scope) {
      status
    }
  }
`);

interface RequirementItemProps {
  readonly requirement: FragmentOf<typeof RequirementItemFragment>;
  readonly account: string;
}

/** A requirement in one line, which opens to the rules for it. */
export function RequirementItem({ requirement: reference, account }: RequirementItemProps) {
  const requirement = readFragment(RequirementItemFragment, reference);
  const [isOpen, setOpen] = useState(false);
  const { id, number, title, level, severity, assessment, result } = requirement;
  return (
    <details className={classes['requirement']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className={`mono ${classes['number']}`}>{number}</span>
        <span className={classes['title']}>
          {title}
          <span className={classes['tags']}>
            {severity && <SeverityMark severity={severity} />}
            {level && <span>{level}</span>}
            {assessment === 'PARTIAL' && <span>{ASSESSMENT_LABELS.PARTIAL}</span>}
          </span>
        </span>
        <RequirementMark status={result.status} />
      </summary>
      {isOpen && <RequirementDetail id={id} account={account} />}
    </details>
  );
}
