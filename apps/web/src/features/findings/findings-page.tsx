import { skipToken, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { Notice } from '../../components/message.tsx';
import { Page } from '../../components/page.tsx';
import { isNarrowed, toOrder } from '../../lib/finding-search.ts';
import { formatNumberOf } from '../../lib/format.ts';
import { graphql } from '../../lib/graphql.ts';
import { useScanSession } from '../../lib/scan-session.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FindingDrawer } from './finding-drawer.tsx';
import { FindingFacetsFragment, FindingFilters } from './finding-filters.tsx';
import { FindingList } from './finding-list.tsx';
import { FindingOrder } from './finding-order.tsx';
import { FindingRowFragment } from './finding-row.tsx';
import { knownValuesOf } from './known-values.ts';
import { useFindingKeys } from './use-finding-keys.ts';
import { useFindingSearch } from './use-finding-search.ts';
import { useShownQuery } from './use-shown-query.ts';
import classes from './findings.module.css';

const FindingsPageQuery = graphql(
  `
    query FindingsPage($query: String!, $orderBy: [FindingOrder!]!, $after: String) {
      findings(query: $query, orderBy: $orderBy, first: 50, after: $after) {
        totalCount
        resourceCount
        ...FindingFacets
        nodes {
          id
          ...FindingRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      scans(first: 1, filter: { status: [SUCCEEDED, PARTIAL] }) {
        nodes {
          id
          gaps {
            kind
          }
        }
      }
    }
  `,
  [FindingFacetsFragment, FindingRowFragment],
);

export function FindingsPage() {
  const [search, change] = useFindingSearch();
  const { finished } = useScanSession();
  const [shown, setShown] = useState(finished);
  const query = useShownQuery(search);
  const result = useQuery(
    FindingsPageQuery,
    query === null ? skipToken : { variables: { query, orderBy: toOrder(search) } },
  );
  const { error, refetch, fetchMore } = result;
  const data = result.data ?? (error ? undefined : result.previousData);
  const page = data?.findings;
  const gaps = data?.scans.nodes[0]?.gaps.length ?? 0;
  const known = useMemo(() => knownValuesOf(page ?? null), [page]);
  const ids = page?.nodes.map(({ id }) => id) ?? [];

  const loadMore = () => fetchMore({ variables: { after: page?.pageInfo.endCursor ?? null } });
  const step = (by: 1 | -1) => {
    const next = ids[ids.indexOf(search.finding ?? '') + by];
    if (next !== undefined) change({ ...search, finding: next }, { replace: true });
    if (by === 1 && page?.pageInfo.hasNextPage && ids.at(-5) === next) void loadMore();
  };
  useFindingKeys(search.finding === null ? null : step);

  return (
    <Page
      title="Findings"
      lead={
        page
          ? `${formatNumberOf(page.totalCount, 'finding')} on ${formatNumberOf(page.resourceCount, 'resource')}`
          : query !== null && !error && 'Counting…'
      }
    >
      {gaps > 0 && (
        <Notice tone="warning" title={`${formatNumberOf(gaps, 'thing')} could not be read in the last scan`}>
          <p>
            What is missing here is not thereby in order.{' '}
            <Link to={`/scans/${data?.scans.nodes[0]?.id}`}>See what is missing</Link>
          </p>
        </Notice>
      )}
      <div className={classes['layout']}>
        <FindingFilters facets={page ?? null} search={search} onChange={change} />
        <div className={classes['main']}>
          <div className={classes['toolbar']}>
            <FilterBar
              value={search.query}
              known={known}
              onChange={(text) => change({ ...search, query: text }, { replace: true })}
            />
            <FindingOrder search={search} onChange={change} />
          </div>
          {finished > shown && page && (
            <Notice tone="info" title="A scan has finished since this list was read.">
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => {
                  setShown(finished);
                  void refetch();
                }}
              >
                Show its findings
              </Button>
            </Notice>
          )}
          <FindingList
            page={page}
            isReadable={query !== null}
            error={error}
            search={search}
            isNarrowed={isNarrowed(search)}
            isBusy={result.data === undefined}
            onRetry={refetch}
            onChange={change}
            onLoadMore={loadMore}
          />
        </div>
      </div>
      <FindingDrawer
        id={search.finding}
        position={{ index: ids.indexOf(search.finding ?? ''), count: page?.totalCount ?? 0, loaded: ids.length }}
        onStep={step}
        onClose={() => change({ ...search, finding: null }, { replace: true })}
      />
    </Page>
  );
}
