import { Link } from 'react-router';
import { Section } from '../../components/page.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { formatCount, formatDuration, formatNumberOf } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import classes from './overview.module.css';

export const LatestScanFragment = graphql(`
  fragment LatestScan on Scan {
    id
    status
    queuedAt
    startedAt
    finishedAt
    failure {
      message
    }
    progress {
      resources
    }
    results {
      pass
      fail
      unknown
      notApplicable
    }
    gaps {
      action
      service
      region
      message
      affectedRules
    }
  }
`);

const SHOWN = 3;

export function LatestScan({ scan: reference }: { readonly scan: FragmentOf<typeof LatestScanFragment> | null }) {
  const scan = readFragment(LatestScanFragment, reference);
  if (!scan)
    return (
      <Section title="Latest scan">
        <span className={classes['dim']}>None yet. “Run scan” above starts one.</span>
      </Section>
    );
  const { results, progress, startedAt, finishedAt, failure, gaps } = scan;
  return (
    <Section title="Latest scan" aside={<Link to="/scans">All scans</Link>}>
      <div className={classes['scanHead']}>
        <StatusMark status={scan.status} />
        <Link to={`/scans/${scan.id}`}>
          <TimeAgo at={finishedAt ?? scan.queuedAt} />
        </Link>
        {startedAt && finishedAt && (
          <span className={`num ${classes['dim']}`}>took {formatDuration(startedAt, finishedAt)}</span>
        )}
      </div>
      {failure && <p>{failure.message}</p>}
      <dl className={classes['facts']}>
        <dt>Resources</dt>
        <dd className="num">{formatCount(progress.resources)}</dd>
        <dt>Evaluations</dt>
        <dd className="num">
          {formatCount(results.pass)} passed, {formatCount(results.fail)} failed, {formatCount(results.unknown)} without
          a verdict
        </dd>
      </dl>
      {gaps.length > 0 && (
        <div className={classes['gaps']}>
          <strong>{formatNumberOf(gaps.length, 'thing')} could not be read</strong>
          <ul>
            {gaps.slice(0, SHOWN).map(({ action, service, region, message }) => (
              <li key={`${action} ${service} ${region} ${message}`}>
                <span className="mono">{action ?? service}</span>
                {region && ` in ${region}`}
                <div className={classes['dim']}>{message}</div>
              </li>
            ))}
          </ul>
          <Link to={`/scans/${scan.id}`}>What it costs, and what to do</Link>
        </div>
      )}
    </Section>
  );
}
