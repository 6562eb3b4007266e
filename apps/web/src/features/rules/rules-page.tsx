import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Page } from '../../components/page.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { formatNumberOf } from '../../lib/format.ts';
import { graphql } from '../../lib/graphql.ts';
import { RuleFacetsFragment, RuleFilters } from './rule-filters.tsx';
import { RuleList } from './rule-list.tsx';
import { RuleRowFragment } from './rule-row.tsx';
import { EMPTY_SEARCH, formatRuleSearch, parseRuleSearch, type RuleSearch } from './rule-search.ts';
import classes from './rules.module.css';

const RulesQuery = graphql(
  `
    query Rules($filter: RuleFilter!) {
      rules(first: 200, filter: $filter) {
        totalCount
        ...RuleFacets
        nodes {
          id
          ...RuleRow
        }
      }
    }
  `,
  [RuleFacetsFragment, RuleRowFragment],
);

export function RulesPage() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const search = useMemo(() => parseRuleSearch(params), [params]);
  const change = (next: RuleSearch, { replace = false } = {}) => {
    void navigate({ pathname: '/rules', search: formatRuleSearch(next) }, { replace, preventScrollReset: true });
  };
  const result = useQuery(RulesQuery, { variables: { filter: toFilter(search) } });
  const { error, refetch } = result;
  const page = (result.data ?? (error ? undefined : result.previousData))?.rules;
  return (
    <Page
      title="Rules"
      lead={
        page
          ? `${formatNumberOf(page.totalCount, 'rule')}: what is looked at, what is expected, how to fix it.`
          : !error && 'Counting…'
      }
    >
      <div className={classes['layout']}>
        <RuleFilters facets={page ?? null} search={search} onChange={change} onClear={() => change(EMPTY_SEARCH)} />
        <div className={classes['main']}>
          <SearchBox
            label="Search rules"
            value={search.text}
            onChange={(text) => change({ ...search, text }, { replace: true })}
          />
          <RuleList
            rules={page?.nodes}
            error={error}
            isBusy={result.data === undefined}
            onRetry={refetch}
            onClear={() => change(EMPTY_SEARCH)}
          />
        </div>
      </div>
    </Page>
  );
}

function toFilter({ severity, service, category, text }: RuleSearch) {
  return {
    ...(severity.length > 0 && { severity: [...severity] }),
    ...(service.length > 0 && { service: [...service] }),
    ...(category.length > 0 && { category: [...category] }),
    ...(text.trim() !== '' && { text: text.trim() }),
  };
}
