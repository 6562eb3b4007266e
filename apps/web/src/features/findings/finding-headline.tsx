import { Title } from '@mantine/core';
import { ResultMark } from '../../components/status-mark.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { StaleMark } from './stale-mark.tsx';
import classes from './finding-detail.module.css';

export const FindingHeadlineFragment = graphql(`
  fragment FindingHeadline on Finding {
    message
    severity
    severityReason
    result
    stale
    rule {
      id
      title
    }
  }
`);

interface FindingHeadlineProps {
  readonly finding: FragmentOf<typeof FindingHeadlineFragment>;
  readonly order: 1 | 2;
}

export function FindingHeadline({ finding: reference, order }: FindingHeadlineProps) {
  const { message, severity, severityReason, result, stale, rule } = readFragment(FindingHeadlineFragment, reference);
  return (
    <header className={classes['headline']}>
      <div className={classes['marks']}>
        <SeverityMark severity={severity} />
        <ResultMark result={result} />
        {stale && <StaleMark />}
      </div>
      <Title order={order} size="h1">
        {message}
      </Title>
      <p className={classes['dim']}>Expected: {rule.title}</p>
      {severityReason && <p className={classes['dim']}>Severity: {severityReason}</p>}
    </header>
  );
}
