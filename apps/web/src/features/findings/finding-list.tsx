import { Button } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { Message } from '../../components/message.tsx';
import { QueryError } from '../../components/query-error.tsx';
import { TableSkeleton } from '../../components/table-skeleton.tsx';
import { findingsPath, withoutFilter, type FindingSearch } from '../../lib/finding-search.ts';
import { formatCount } from '../../lib/format.ts';
import type { FragmentOf } from '../../lib/graphql.ts';
import { FindingRow, type FindingRowFragment } from './finding-row.tsx';
import classes from './findings.module.css';

interface FindingListProps {
  readonly page:
    | {
        readonly totalCount: number;
        readonly nodes: readonly ({ readonly id: string } & FragmentOf<typeof FindingRowFragment>)[];
        readonly pageInfo: { readonly hasNextPage: boolean };
      }
    | undefined;
  /** False when the filter has a mistake, and there was none before it. */
  readonly isReadable: boolean;
  readonly error: Error | undefined;
  readonly search: FindingSearch;
  readonly isNarrowed: boolean;
  /** True while the rows are still those of the search before. */
  readonly isBusy: boolean;
  readonly onRetry: () => unknown;
  readonly onChange: (search: FindingSearch) => void;
  readonly onLoadMore: () => Promise<unknown>;
}

const COLUMNS = ['Severity', 'Finding', 'Resource', 'Service, region', 'First seen'];

export function FindingList(props: FindingListProps) {
  return (
    <div className={classes['panel']} aria-busy={props.isBusy && props.isReadable && !props.error}>
      <Rows {...props} />
    </div>
  );
}

function Rows({ page, isReadable, error, search, isNarrowed, onRetry, onChange, onLoadMore }: FindingListProps) {
  const [loading, setLoading] = useState(false);
  if (!isReadable) return <Unreadable search={search} onChange={onChange} />;
  if (error) return <QueryError error={error} onRetry={onRetry} />;
  if (!page) return <TableSkeleton rows={12} height={62} />;
  if (page.nodes.length === 0) return <NoFindings search={search} isNarrowed={isNarrowed} onChange={onChange} />;
  const loadMore = async () => {
    setLoading(true);
    await onLoadMore().finally(() => setLoading(false));
  };
  return (
    <>
      <DataTable
        caption="Findings"
        minWidth={720}
        head={COLUMNS.map((column) => (
          <th key={column}>{column}</th>
        ))}
      >
        {page.nodes.map((finding) => (
          <FindingRow
            key={finding.id}
            finding={finding}
            to={findingsPath({ ...search, finding: finding.id })}
            isOpen={finding.id === search.finding}
          />
        ))}
      </DataTable>
      {page.pageInfo.hasNextPage && (
        <div className={classes['more']}>
          <span className="num">
            {formatCount(page.nodes.length)} of {formatCount(page.totalCount)}
          </span>
          <Button variant="default" size="compact-sm" loading={loading} onClick={() => void loadMore()}>
            Load more
          </Button>
        </div>
      )}
    </>
  );
}

function NoFindings({ search, isNarrowed, onChange }: Pick<FindingListProps, 'search' | 'isNarrowed' | 'onChange'>) {
  if (!isNarrowed)
    return (
      <Message title="Nothing is failing">
        <p>Every rule that could be evaluated passes. Look under “Could not be evaluated” for what could not.</p>
      </Message>
    );
  return (
    <Message
      title="No finding matches"
      actions={<Button onClick={() => onChange(withoutFilter(search))}>Clear filters</Button>}
    >
      <p>There are findings, but none with all of these filters.</p>
    </Message>
  );
}

function Unreadable({ search, onChange }: Pick<FindingListProps, 'search' | 'onChange'>) {
  return (
    <Message
      title="The filter has a mistake"
      actions={<Button onClick={() => onChange(withoutFilter(search))}>Clear filters</Button>}
    >
      <p>Nothing is listed until it is put right: without the part that was not understood it would be too much.</p>
    </Message>
  );
}
