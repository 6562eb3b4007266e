import { Link } from 'react-router';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { findingsPath } from '../../lib/finding-search.ts';
import { formatCount } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import classes from './compliance.module.css';

export const RequirementRuleFragment = graphql(`
  fragment RequirementRule on RuleResult {
    rule {
      id
      key
      title
      severity
    }
    counts {
      pass
      fail
      unknown
    }
    unknownFindings
  }
`);

interface RequirementRuleProps {
  readonly result: FragmentOf<typeof RequirementRuleFragment>;
  readonly account: string;
}

export function RequirementRule({ result, account }: RequirementRuleProps) {
  const { rule, counts, unknownFindings } = readFragment(RequirementRuleFragment, result);
  const { key, title, severity } = rule;
  const search = { rule: [key], ...(account !== '' && { account: [account] }) };
  const unlisted = counts.unknown > 0 && unknownFindings === 0;
  return (
    <>
      <SeverityMark severity={severity} />
      <Link to={`/rules/${key}`}>{title}</Link>
      <span className={classes['ruleCounts']}>
        {counts.fail > 0 && <Link to={findingsPath(search)}>{formatCount(counts.fail)} failing</Link>}
        {unknownFindings > 0 && (
          <Link to={findingsPath({ ...search, result: ['UNKNOWN'] })}>
            {formatCount(unknownFindings)} could not be evaluated
          </Link>
        )}
        {unlisted && <Link to="/scans">Not everything could be listed</Link>}
        {counts.pass > 0 && <span>{formatCount(counts.pass)} passing</span>}
        {counts.pass + counts.fail + counts.unknown === 0 && <span>Nothing to look at</span>}
      </span>
    </>
  );
}
