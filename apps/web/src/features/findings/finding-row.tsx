import { Link } from 'react-router';
import { ResultMark } from '../../components/status-mark.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { serviceLabel } from '../../lib/labels.ts';
import { StaleMark } from './stale-mark.tsx';
import classes from './findings.module.css';

export const FindingRowFragment = graphql(`
  fragment FindingRow on Finding {
    id
    message
    severity
    result
    stale
    service
    region
    firstSeenAt
    rule {
      id
      title
    }
    resource {
      id
      name
      type
    }
  }
`);

interface FindingRowProps {
  readonly finding: FragmentOf<typeof FindingRowFragment>;
  /** The list's address with this finding's drawer open. */
  readonly to: string;
  readonly isOpen: boolean;
}

export function FindingRow({ finding: reference, to, isOpen }: FindingRowProps) {
  const finding = readFragment(FindingRowFragment, reference);
  return (
    <tr className={classes['row']} data-open={isOpen || undefined}>
      <td>
        <SeverityMark severity={finding.severity} />
      </td>
      <td className={classes['what']}>
        <Link to={to} preventScrollReset className={classes['open']} data-finding={finding.id}>
          {finding.rule.title}
        </Link>
        <div className={classes['message']}>{finding.message}</div>
        {(finding.result !== 'FAIL' || finding.stale) && (
          <div className={classes['tags']}>
            {finding.result !== 'FAIL' && <ResultMark result={finding.result} />}
            {finding.stale && <StaleMark />}
          </div>
        )}
      </td>
      <td className={classes['resource']}>
        <div className="mono">{finding.resource.name}</div>
        <div className={classes['type']}>{finding.resource.type}</div>
      </td>
      <td>
        {serviceLabel(finding.service)}
        <div className={`mono ${classes['region']}`}>{finding.region}</div>
      </td>
      <td>
        <TimeAgo at={finding.firstSeenAt} />
      </td>
    </tr>
  );
}
