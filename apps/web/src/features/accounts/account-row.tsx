import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from 'react-router';
import { SeverityCounts, SeverityCountsFragment } from '../../components/severity-counts.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { findingsPath } from '../../lib/finding-search.ts';
import { formatCount } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { useScanSession } from '../../lib/scan-session.tsx';
import classes from './accounts.module.css';

export const AccountRowFragment = graphql(
  `
    fragment AccountRow on Account {
      id
      name
      externalId
      connection {
        method
        principal
      }
      resourceCount
      openFindings {
        ...SeverityCounts
      }
      lastScan {
        id
        status
        finishedAt
      }
    }
  `,
  [SeverityCountsFragment],
);

const SOURCES = { DEMO: 'Demo data', SNAPSHOT_FILE: 'Snapshot' } as const;

export function AccountRow({ account: reference }: { readonly account: FragmentOf<typeof AccountRowFragment> }) {
  const { id, name, externalId, connection, resourceCount, openFindings, lastScan } = readFragment(
    AccountRowFragment,
    reference,
  );
  const { start, scanId } = useScanSession();
  const scan = async () => {
    const { problem } = await start([id]);
    if (problem !== null) notifications.show({ color: 'red', title: 'The scan did not start', message: problem });
  };
  return (
    <tr>
      <td>
        <Link to={findingsPath({ account: [externalId] })}>{name}</Link>
        <div className={`mono ${classes['dim']}`}>{externalId}</div>
      </td>
      <td>
        {SOURCES[connection.method]}
        {connection.principal && <div className={`mono ${classes['dim']}`}>{connection.principal}</div>}
      </td>
      <td className="num">{formatCount(resourceCount)}</td>
      <td>
        <SeverityCounts counts={openFindings} search={{ account: [externalId] }} />
      </td>
      <td>
        {lastScan ? (
          <>
            <StatusMark status={lastScan.status} />
            {lastScan.finishedAt && (
              <div>
                <Link to={`/scans/${lastScan.id}`}>
                  <TimeAgo at={lastScan.finishedAt} />
                </Link>
              </div>
            )}
          </>
        ) : (
          <span className={classes['dim']}>Never</span>
        )}
      </td>
      <td>
        <Button
          variant="default"
          size="compact-sm"
          disabled={scanId !== null}
          aria-label={`Scan ${name}`}
          onClick={() => void scan()}
        >
          Scan
        </Button>
      </td>
    </tr>
  );
}
