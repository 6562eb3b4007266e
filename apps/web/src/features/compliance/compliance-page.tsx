import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { AccountOptionFragment, AccountSelect } from '../../components/account-select.tsx';
import { Page } from '../../components/page.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { QueryError } from '../../components/query-error.tsx';
import { graphql } from '../../lib/graphql.ts';
import { FrameworkCard, FrameworkCardFragment } from './framework-card.tsx';
import classes from './compliance.module.css';

const ComplianceQuery = graphql(
  `
    query Compliance($scope: ScopeInput) {
      frameworks(current: false) {
        id
        name
        ...FrameworkCard
      }
      accounts(first: 100) {
        nodes {
          id
          ...AccountOption
        }
      }
    }
  `,
  [FrameworkCardFragment, AccountOptionFragment],
);

export function CompliancePage() {
  const [params, setParams] = useSearchParams();
  const account = params.get('account') ?? '';
  const chosen = params.getAll('version');
  const result = useQuery(ComplianceQuery, { variables: { scope: account === '' ? null : { account: [account] } } });
  const { error, refetch } = result;
  const data = result.data ?? result.previousData;
  if (error) return <QueryError isPage error={error} onRetry={refetch} />;
  if (!data) return <PageSkeleton />;
  const change = (name: string, values: readonly string[]) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete(name);
        for (const value of values) if (value !== '') after.append(name, value);
        return after;
      },
      { preventScrollReset: true },
    );
  return (
    <Page
      title="Compliance"
      lead="What the rules say of each framework. A score counts passed against failed requirements only; what needs a person, has no rule or could not be read stands beside it."
      actions={
        <AccountSelect accounts={data.accounts.nodes} value={account} onChange={(id) => change('account', [id])} />
      }
    >
      <div className={classes['cards']} aria-busy={result.data === undefined}>
        {[...Map.groupBy(data.frameworks, ({ name }) => name)].map(([name, versions]) => (
          <FrameworkCard
            key={name}
            versions={versions}
            chosen={chosen}
            account={account}
            onChoose={(before, key) => change('version', [...chosen.filter((one) => one !== before), key])}
          />
        ))}
      </div>
    </Page>
  );
}
