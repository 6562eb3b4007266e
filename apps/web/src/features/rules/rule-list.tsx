import { Button } from '@mantine/core';
import { DataTable } from '../../components/data-table.tsx';
import { Message } from '../../components/message.tsx';
import { QueryError } from '../../components/query-error.tsx';
import { TableSkeleton } from '../../components/table-skeleton.tsx';
import type { FragmentOf } from '../../lib/graphql.ts';
import { RuleRow, type RuleRowFragment } from './rule-row.tsx';
import classes from './rules.module.css';

interface RuleListProps {
  readonly rules: readonly ({ readonly id: string } & FragmentOf<typeof RuleRowFragment>)[] | undefined;
  readonly error: Error | undefined;
  /** True while the rows are still those of the search before. */
  readonly isBusy: boolean;
  readonly onRetry: () => unknown;
  readonly onClear: () => void;
}

const COLUMNS = ['Severity', 'Rule', 'Service', 'Open findings'];

export function RuleList({ rules, error, isBusy, onRetry, onClear }: RuleListProps) {
  return (
    <div className={classes['panel']} aria-busy={isBusy && !error}>
      {error && <QueryError error={error} onRetry={onRetry} />}
      {!error && !rules && <TableSkeleton rows={10} height={56} />}
      {rules?.length === 0 && (
        <Message title="No rule matches" actions={<Button onClick={onClear}>Clear filters</Button>}>
          <p>There are rules, but none with all of these filters.</p>
        </Message>
      )}
      {rules && rules.length > 0 && (
        <DataTable
          caption="Rules"
          minWidth={680}
          head={COLUMNS.map((column) => (
            <th key={column}>{column}</th>
          ))}
        >
          {rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} />
          ))}
        </DataTable>
      )}
    </div>
  );
}
