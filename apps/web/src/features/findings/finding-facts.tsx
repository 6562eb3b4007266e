import { Link } from 'react-router';
import { CopyButton } from '../../components/copy-button.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { findingsPath } from '../../lib/finding-search.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import classes from './finding-detail.module.css';

export const FindingFactsFragment = graphql(`
  fragment FindingFacts on Finding {
    fingerprint
    region
    firstSeenAt
    lastSeenAt
    resolvedAt
    rule {
      id
      key
    }
    resource {
      id
      name
      type
      externalId
    }
    account {
      id
      name
      externalId
    }
  }
`);

export function FindingFacts({ finding: reference }: { readonly finding: FragmentOf<typeof FindingFactsFragment> }) {
  const finding = readFragment(FindingFactsFragment, reference);
  const { rule, resource, account } = finding;
  return (
    <dl className={classes['facts']}>
      <dt>Resource</dt>
      <dd>
        <span className="mono">{resource.name}</span>
        <span className={classes['dim']}>{resource.type}</span>
      </dd>
      <dt>Id</dt>
      <dd>
        <span className="mono">{resource.externalId}</span>
        <CopyButton compact value={resource.externalId} what="id of the resource" />
      </dd>
      <dt>Account</dt>
      <dd>
        <Link to={findingsPath({ account: [account.externalId] })}>{account.name}</Link>
        <span className={`mono ${classes['dim']}`}>{account.externalId}</span>
      </dd>
      <dt>Region</dt>
      <dd className="mono">{finding.region}</dd>
      <dt>Rule</dt>
      <dd>
        <Link to={`/rules/${rule.key}`} className="mono">
          {rule.key}
        </Link>
      </dd>
      <dt>Seen</dt>
      <dd>
        <span>
          first <TimeAgo at={finding.firstSeenAt} />, last <TimeAgo at={finding.lastSeenAt} />
          {finding.resolvedAt && (
            <>
              , resolved <TimeAgo at={finding.resolvedAt} />
            </>
          )}
        </span>
      </dd>
      <dt>Fingerprint</dt>
      <dd>
        <span className="mono" title={finding.fingerprint}>
          {finding.fingerprint.slice(0, 16)}…
        </span>
        <CopyButton compact value={finding.fingerprint} what="fingerprint" />
      </dd>
    </dl>
  );
}
