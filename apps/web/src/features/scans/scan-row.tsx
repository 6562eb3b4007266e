import { Link } from 'react-router';
import { StatusMark } from '../../components/status-mark.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { formatCount, formatDuration } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { useScanSession } from '../../lib/scan-session.tsx';

export const ScanRowFragment = graphql(`
  fragment ScanRow on Scan {
    id
    status
    queuedAt
    startedAt
    finishedAt
    accounts {
      id
      name
    }
    progress {
      percent
      resources
    }
    results {
      fail
      unknown
    }
    gaps {
      kind
    }
  }
`);

export function ScanRow({ scan: reference }: { readonly scan: FragmentOf<typeof ScanRowFragment> }) {
  const scan = readFragment(ScanRowFragment, reference);
  const session = useScanSession();
  const live = session.scanId === scan.id ? session.watch.progress : null;
  const { startedAt, finishedAt } = scan;
  return (
    <tr>
      <td>
        <StatusMark status={live ? 'RUNNING' : scan.status} />
      </td>
      <td>{scan.accounts.map(({ name }) => name).join(', ')}</td>
      <td>
        <Link to={`/scans/${scan.id}`}>
          <TimeAgo at={startedAt ?? scan.queuedAt} />
        </Link>
      </td>
      <td className="num">
        {live ? `${live.percent} %` : startedAt && finishedAt ? formatDuration(startedAt, finishedAt) : '–'}
      </td>
      <td className="num">{formatCount(live?.resources ?? scan.progress.resources)}</td>
      <td className="num">{formatCount(scan.results.fail)}</td>
      <td className="num">{formatCount(scan.results.unknown)}</td>
      <td className="num">{formatCount(scan.gaps.length)}</td>
    </tr>
  );
}
