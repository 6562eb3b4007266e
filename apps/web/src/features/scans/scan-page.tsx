import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { Message } from '../../components/message.tsx';
import { Page, Section } from '../../components/page.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { QueryError } from '../../components/query-error.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { graphql, type ResultOf } from '../../lib/graphql.ts';
import { isActive } from '../../lib/labels.ts';
import { useScanSession } from '../../lib/scan-session.tsx';
import { useScanWatch } from '../../lib/use-scan-watch.ts';
import { CancelScanButton } from './cancel-scan-button.tsx';
import { ScanEvents, ScanEventsFragment } from './scan-events.tsx';
import { ScanFailureFragment, ScanFailureNotice } from './scan-failure.tsx';
import { ScanGaps, ScanGapsFragment } from './scan-gaps.tsx';
import { ScanProgress } from './scan-progress.tsx';
import { ScanResults, ScanResultsFragment } from './scan-results.tsx';

const ScanPageQuery = graphql(
  `
    query ScanPage($id: ID!) {
      scan(id: $id) {
        id
        status
        queuedAt
        startedAt
        accounts {
          id
          name
        }
        ...ScanResults
        ...ScanFailureNotice
        ...ScanGaps
        ...ScanEvents
      }
    }
  `,
  [ScanResultsFragment, ScanFailureFragment, ScanGapsFragment, ScanEventsFragment],
);

type Scan = NonNullable<ResultOf<typeof ScanPageQuery>['scan']>;

export function ScanPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ScanPageQuery, { variables: { id } });
  if (error) return <QueryError isPage error={error} onRetry={refetch} />;
  if (!data) return <PageSkeleton />;
  if (!data.scan)
    return (
      <Message order={1} title="There is no such scan" actions={<Link to="/scans">All scans</Link>}>
        <p>Its account may have been removed.</p>
      </Message>
    );
  return <ScanDetail key={data.scan.id} scan={data.scan} onFinished={refetch} />;
}

function ScanDetail({ scan, onFinished }: { readonly scan: Scan; readonly onFinished: () => unknown }) {
  const active = isActive(scan.status);
  const session = useScanSession();
  const isFollowed = session.scanId === scan.id;
  const own = useScanWatch(active && !isFollowed ? scan.id : null, onFinished);
  const watch = isFollowed ? session.watch : own;
  return (
    <Page
      title="Scan"
      above={<Link to="/scans">All scans</Link>}
      heading={
        <>
          Scan of {scan.accounts.map(({ name }) => name).join(', ')}, <TimeAgo at={scan.startedAt ?? scan.queuedAt} />
        </>
      }
      lead={<StatusMark status={scan.status} />}
      actions={active && <CancelScanButton scanId={scan.id} />}
    >
      <ScanFailureNotice scan={scan} />
      {active ? (
        <Section title="Progress">
          <ScanProgress watch={watch} />
        </Section>
      ) : (
        <ScanResults scan={scan} />
      )}
      {!active && <ScanGaps scan={scan} />}
      {!active && <ScanEvents scan={scan} />}
    </Page>
  );
}
