import { useQuery } from '@apollo/client/react';
import { LinesSkeleton } from '../../components/page-skeleton.tsx';
import { QueryError } from '../../components/query-error.tsx';
import { graphql } from '../../lib/graphql.ts';
import { RequirementRule, RequirementRuleFragment } from './requirement-rule.tsx';
import classes from './compliance.module.css';

const RequirementQuery = graphql(
  `
    query Requirement($id: ID!, $scope: ScopeInput) {
      requirement(id: $id) {
        id
        assessment
        limits
        result(scope: $scope) {
          rules {
            rule {
              id
            }
            ...RequirementRule
          }
        }
      }
    }
  `,
  [RequirementRuleFragment],
);

/** What the rules say of a requirement, and what they cannot. */
export function RequirementDetail({ id, account }: { readonly id: string; readonly account: string }) {
  const scope = account === '' ? null : { account: [account] };
  const { data, error, refetch } = useQuery(RequirementQuery, { variables: { id, scope } });
  if (error) return <QueryError error={error} onRetry={refetch} />;
  if (!data) return <LinesSkeleton lines={2} />;
  if (!data.requirement) return null;
  const { assessment, limits, result } = data.requirement;
  return (
    <div className={classes['detail']}>
      {assessment === 'MANUAL' && (
        <p>
          A person must judge it.
          {result.rules.length > 0 && ' The rules below look at part of it: evidence for that person, not the verdict.'}
        </p>
      )}
      {assessment === 'UNCOVERED' && <p>No rule looks at it yet: Plumbline cannot say whether it is met.</p>}
      {limits && <p>Decided in part. {limits}</p>}
      {result.rules.length > 0 && (
        <ul className={classes['rules']}>
          {result.rules.map((rule) => (
            <li key={rule.rule.id}>
              <RequirementRule result={rule} account={account} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
