import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { Message } from '../../components/message.tsx';
import { Page, Section } from '../../components/page.tsx';
import { QueryError } from '../../components/query-error.tsx';
import { TableSkeleton } from '../../components/table-skeleton.tsx';
import { formatCount } from '../../lib/format.ts';
import { graphql } from '../../lib/graphql.ts';
import { ScanRow, ScanRowFragment } from './scan-row.tsx';
import classes from './scans.module.css';

const ScansQuery = graphql(
  `
    query Scans($after: String) {
      scans(first: 50, after: $after) {
        totalCount
        nodes {
          id
          ...ScanRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ScanRowFragment],
);

const COLUMNS = ['Status', 'Accounts', 'Started', 'Took', 'Resources', 'Failing', 'Not evaluated', 'Gaps'];

export function ScansPage() {
  const { data, error, refetch, fetchMore } = useQuery(ScansQuery);
  const [loading, setLoading] = useState(false);
  const page = data?.scans;
  const loadMore = async () => {
    setLoading(true);
    await fetchMore({ variables: { after: page?.pageInfo.endCursor ?? null } }).finally(() => setLoading(false));
  };
  return (
    <Page title="Scans" lead="Each run of the rules over the accounts, newest first.">
      <Section
        title={page ? `${formatCount(page.totalCount)} ${page.totalCount === 1 ? 'scan' : 'scans'}` : 'Scans'}
        flush
      >
        {error && <QueryError error={error} onRetry={refetch} />}
        {!error && !page && <TableSkeleton rows={6} height={42} />}
        {page?.nodes.length === 0 && (
          <Message title="No scan has run yet">
            <p>“Run scan” at the top starts one.</p>
          </Message>
        )}
        {page && page.nodes.length > 0 && (
          <DataTable
            caption="Scans"
            minWidth={820}
            head={COLUMNS.map((column) => (
              <th key={column}>{column}</th>
            ))}
          >
            {page.nodes.map((scan) => (
              <ScanRow key={scan.id} scan={scan} />
            ))}
          </DataTable>
        )}
        {page?.pageInfo.hasNextPage && (
          <div className={classes['more']}>
            <Button variant="default" size="compact-sm" loading={loading} onClick={() => void loadMore()}>
              Load more
            </Button>
          </div>
        )}
      </Section>
    </Page>
  );
}
