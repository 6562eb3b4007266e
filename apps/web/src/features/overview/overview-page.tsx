import { useQuery } from '@apollo/client/react';
import { Message } from '../../components/message.tsx';
import { Page } from '../../components/page.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { QueryError } from '../../components/query-error.tsx';
import { graphql } from '../../lib/graphql.ts';
import { AccountList, AccountListFragment } from './account-list.tsx';
import { LatestScan, LatestScanFragment } from './latest-scan.tsx';
import { PosturePanel, PosturePanelFragment } from './posture-panel.tsx';
import { ServiceBars, ServiceBarsFragment } from './service-bars.tsx';
import { SeverityTiles, SeverityTilesFragment } from './severity-tiles.tsx';
import { TopActions, TopActionsFragment } from './top-actions.tsx';
import classes from './overview.module.css';

const OverviewQuery = graphql(
  `
    query Overview {
      failing: findings(filter: { result: [FAIL] }, first: 1) {
        totalCount
        ...SeverityTiles
        ...ServiceBars
      }
      unevaluated: findings(filter: { result: [UNKNOWN] }, first: 1) {
        totalCount
      }
      posture {
        ...PosturePanel
        ...TopActions
      }
      scans(first: 1) {
        nodes {
          id
          ...LatestScan
        }
      }
      accounts(first: 50) {
        nodes {
          id
          ...AccountListItem
        }
      }
    }
  `,
  [
    SeverityTilesFragment,
    ServiceBarsFragment,
    PosturePanelFragment,
    TopActionsFragment,
    LatestScanFragment,
    AccountListFragment,
  ],
);

export function OverviewPage() {
  const { data, error, refetch } = useQuery(OverviewQuery);
  if (error) return <QueryError isPage error={error} onRetry={refetch} />;
  if (!data) return <PageSkeleton />;
  const [latest] = data.scans.nodes;
  return (
    <Page title="Overview" lead="What is failing now, in all accounts. Every number leads to its findings.">
      <PosturePanel posture={data.posture} />
      <SeverityTiles failing={data.failing} unevaluated={data.unevaluated.totalCount} />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          {data.failing.totalCount === 0 ? (
            <section className={classes['calm']}>
              <Message title="Nothing is failing">
                <p>
                  {latest
                    ? 'Every rule that could be evaluated passes. See beside it what could not be read.'
                    : 'No scan has run yet: start one above.'}
                </p>
              </Message>
            </section>
          ) : (
            <>
              <TopActions posture={data.posture} />
              <ServiceBars failing={data.failing} />
            </>
          )}
        </div>
        <div className={classes['column']}>
          <LatestScan scan={latest ?? null} />
          <AccountList accounts={data.accounts.nodes} />
        </div>
      </div>
    </Page>
  );
}
