import { useQuery } from '@apollo/client/react';
import { VisuallyHidden } from '@mantine/core';
import { DataTable } from '../../components/data-table.tsx';
import { Page, Section } from '../../components/page.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { QueryError } from '../../components/query-error.tsx';
import { graphql, readFragment } from '../../lib/graphql.ts';
import { AccountRow, AccountRowFragment } from './account-row.tsx';
import { DemoCard } from './demo-card.tsx';
import { SnapshotForm } from './snapshot-form.tsx';
import classes from './accounts.module.css';

const AccountsQuery = graphql(
  `
    query Accounts {
      accounts(first: 100) {
        nodes {
          id
          ...AccountRow
        }
      }
      serverInfo {
        snapshotDirectory
      }
    }
  `,
  [AccountRowFragment],
);

const COLUMNS = ['Account', 'Source', 'Resources', 'Open findings', 'Last scan'];

export function AccountsPage() {
  const { data, error, refetch } = useQuery(AccountsQuery);
  if (error) return <QueryError isPage error={error} onRetry={refetch} />;
  if (!data) return <PageSkeleton />;
  const accounts = readFragment(AccountRowFragment, data.accounts.nodes);
  const hasDemo = accounts.some(({ connection }) => connection.method === 'DEMO');
  return (
    <Page title="Accounts" lead="The cloud accounts that are scanned, each from a recorded snapshot.">
      {accounts.length > 0 && (
        <Section title="Scanned accounts" flush>
          <DataTable
            caption="Accounts"
            minWidth={760}
            head={
              <>
                {COLUMNS.map((column) => (
                  <th key={column}>{column}</th>
                ))}
                <th>
                  <VisuallyHidden>Actions</VisuallyHidden>
                </th>
              </>
            }
          >
            {data.accounts.nodes.map((account) => (
              <AccountRow key={account.id} account={account} />
            ))}
          </DataTable>
        </Section>
      )}
      <div className={classes['ways']}>
        {!hasDemo && <DemoCard />}
        <Section title="Load a snapshot">
          <SnapshotForm directory={data.serverInfo.snapshotDirectory} />
        </Section>
      </div>
    </Page>
  );
}
