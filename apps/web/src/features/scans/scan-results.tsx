import { Link } from 'react-router';
import { Section } from '../../components/page.tsx';
import { SeverityCounts, SeverityCountsFragment } from '../../components/severity-counts.tsx';
import { findingsPath } from '../../lib/finding-search.ts';
import { formatCount, formatDuration, formatExactTime } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import classes from './scans.module.css';

export const ScanResultsFragment = graphql(
  `
    fragment ScanResults on Scan {
      startedAt
      finishedAt
      accounts {
        id
        externalId
      }
      scope {
        services
        regions
        rules
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
      severityCounts {
        ...SeverityCounts
      }
    }
  `,
  [SeverityCountsFragment],
);

export function ScanResults({ scan: reference }: { readonly scan: FragmentOf<typeof ScanResultsFragment> }) {
  const { startedAt, finishedAt, accounts, scope, progress, results, severityCounts } = readFragment(
    ScanResultsFragment,
    reference,
  );
  const account = accounts.map(({ externalId }) => externalId);
  if (results.pass + results.fail + results.unknown + results.notApplicable === 0) return null;
  const limits = [...scope.services, ...scope.regions, ...scope.rules];
  return (
    <Section title="Results">
      <dl className={classes['facts']}>
        <Figure name="Failed" count={results.fail} to={findingsPath({ account })} />
        <Figure name="Passed" count={results.pass} />
        <Figure name="Without a verdict" count={results.unknown} to={findingsPath({ account, result: ['UNKNOWN'] })} />
        <Figure name="Did not apply" count={results.notApplicable} />
        <Figure name="Resources" count={progress.resources} />
        <div>
          <dt>Failing, by severity</dt>
          <dd>
            <SeverityCounts counts={severityCounts} search={{ account }} none="None" />
          </dd>
        </div>
        {startedAt && finishedAt && (
          <div>
            <dt>Took</dt>
            <dd className="num" title={`${formatExactTime(startedAt)} to ${formatExactTime(finishedAt)}`}>
              {formatDuration(startedAt, finishedAt)}
            </dd>
          </div>
        )}
        {limits.length > 0 && (
          <div>
            <dt>Limited to</dt>
            <dd>{limits.join(', ')}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

function Figure({ name, count, to }: { readonly name: string; readonly count: number; readonly to?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={`num ${classes['figure']}`}>
        {to ? <Link to={to}>{formatCount(count)}</Link> : formatCount(count)}
      </dd>
    </div>
  );
}
