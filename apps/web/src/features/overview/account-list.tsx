import { Link } from 'react-router';
import { Section } from '../../components/page.tsx';
import { SeverityCounts, SeverityCountsFragment } from '../../components/severity-counts.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { findingsPath } from '../../lib/finding-search.ts';
import { formatNumberOf } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import classes from './overview.module.css';

export const AccountListFragment = graphql(
  `
    fragment AccountListItem on Account {
      id
      name
      externalId
      resourceCount
      openFindings {
        ...SeverityCounts
      }
      lastScan {
        id
        finishedAt
      }
    }
  `,
  [SeverityCountsFragment],
);

export function AccountList({ accounts }: { readonly accounts: readonly FragmentOf<typeof AccountListFragment>[] }) {
  return (
    <Section title="Accounts" aside={<Link to="/accounts">Manage</Link>}>
      <ul className={classes['accounts']}>
        {readFragment(AccountListFragment, accounts).map(
          ({ id, name, externalId, resourceCount, openFindings, lastScan }) => (
            <li key={id}>
              <div className={classes['scanHead']}>
                <Link to={findingsPath({ account: [externalId] })}>{name}</Link>
                <span className={`mono ${classes['dim']}`}>{externalId}</span>
              </div>
              <SeverityCounts counts={openFindings} search={{ account: [externalId] }} />
              <div className={classes['dim']}>
                {formatNumberOf(resourceCount, 'resource')}
                {lastScan?.finishedAt && (
                  <>
                    , scanned <TimeAgo at={lastScan.finishedAt} />
                  </>
                )}
              </div>
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}
