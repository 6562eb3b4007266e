import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { AccountOptionFragment, AccountSelect } from '../../components/account-select.tsx';
import { Message } from '../../components/message.tsx';
import { Page } from '../../components/page.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { QueryError } from '../../components/query-error.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import {
  EMPTY_COMPLIANCE,
  frameworkPath,
  parseComplianceSearch,
  type ComplianceSearch,
} from '../../lib/compliance-search.ts';
import { graphql } from '../../lib/graphql.ts';
import { FrameworkFilters } from './framework-filters.tsx';
import { FrameworkScore, FrameworkScoreFragment } from './framework-score.tsx';
import { RequirementItemFragment } from './requirement-item.tsx';
import { matching, requirementTree } from './requirement-tree.ts';
import { SectionList } from './section-list.tsx';
import classes from './compliance.module.css';

const FrameworkQuery = graphql(
  `
    query Framework($key: ID!, $scope: ScopeInput, $level: String, $filter: RequirementFilter) {
      framework(id: $key) {
        id
        key
        name
        version
        attribution
        levels
        ...FrameworkScore
        sections {
          id
          number
          title
          parent
        }
        requirements(scope: $scope, filter: $filter) {
          id
          number
          title
          assessment
          section {
            id
          }
          result(scope: $scope) {
            status
          }
          ...RequirementItem
        }
      }
      frameworks(current: false) {
        id
        key
        name
        version
      }
      accounts(first: 100) {
        nodes {
          id
          ...AccountOption
        }
      }
    }
  `,
  [FrameworkScoreFragment, RequirementItemFragment, AccountOptionFragment],
);

/** More requirements than these are folded into their chapters at first. */
const UNFOLDED = 80;

export function FrameworkPage() {
  const { key = '' } = useParams();
  const [params] = useSearchParams();
  const search = useMemo(() => parseComplianceSearch(params), [params]);
  const navigate = useNavigate();
  const go = (to: string, replace = false) => void navigate(to, { replace, preventScrollReset: true });
  const change = (next: Partial<ComplianceSearch>, { replace = false } = {}) =>
    go(frameworkPath(key, { ...search, ...next }), replace);
  const scope = search.account === '' ? null : { account: [search.account] };
  const result = useQuery(FrameworkQuery, {
    variables: {
      key,
      scope,
      level: search.level || null,
      filter: search.level === '' ? null : { level: [search.level] },
    },
  });
  const { error, refetch } = result;
  const data = result.data ?? (result.previousData?.framework?.key === key ? result.previousData : undefined);
  if (error) return <QueryError isPage error={error} onRetry={refetch} />;
  if (!data) return <PageSkeleton />;
  const { framework } = data;
  if (!framework)
    return (
      <Message order={1} title="There is no such framework" actions={<Link to="/compliance">All frameworks</Link>}>
        <p className="mono">{key}</p>
      </Message>
    );
  const versions = data.frameworks.filter(({ name }) => name === framework.name);
  const shown = matching(framework.requirements, search);
  const title = framework.name.includes(framework.version) ? framework.name : `${framework.name} ${framework.version}`;
  return (
    <Page
      title={title}
      above={<Link to="/compliance">All frameworks</Link>}
      lead={framework.attribution}
      actions={
        <div className={classes['selects']}>
          {versions.length > 1 && (
            <NativeSelect
              label="Version"
              value={key}
              onChange={({ currentTarget }) => go(frameworkPath(currentTarget.value, search))}
              data={versions.map((one) => ({ value: one.key, label: one.version }))}
            />
          )}
          {framework.levels.length > 0 && (
            <NativeSelect
              label="Level"
              value={search.level}
              onChange={({ currentTarget }) => change({ level: currentTarget.value })}
              data={[{ value: '', label: 'All levels' }, ...framework.levels]}
            />
          )}
          <AccountSelect
            accounts={data.accounts.nodes}
            value={search.account}
            onChange={(account) => change({ account })}
          />
        </div>
      }
    >
      <FrameworkScore framework={framework} search={search} />
      <div className={classes['layout']}>
        <FrameworkFilters
          requirements={framework.requirements}
          search={search}
          onChange={change}
          onClear={() => change(EMPTY_COMPLIANCE)}
        />
        <div className={classes['main']} aria-busy={result.data === undefined}>
          <SearchBox
            label="Search requirements"
            value={search.text}
            onChange={(text) => change({ text }, { replace: true })}
          />
          {shown.length === 0 ? (
            <div className={classes['panel']}>
              <Message
                title="No requirement matches"
                actions={<Button onClick={() => change(EMPTY_COMPLIANCE)}>Clear filters</Button>}
              >
                <p>The framework has requirements, but none with all of these filters.</p>
              </Message>
            </div>
          ) : (
            <SectionList
              key={`${key} ${params.toString()}`}
              nodes={requirementTree(framework.sections, shown)}
              account={search.account}
              open={shown.length <= UNFOLDED}
            />
          )}
        </div>
      </div>
    </Page>
  );
}
