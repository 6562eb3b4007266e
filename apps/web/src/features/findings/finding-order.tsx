import { NativeSelect } from '@mantine/core';
import type { FindingSearch } from '../../lib/finding-search.ts';

const ORDERS = {
  'SEVERITY DESC': 'Worst first',
  'FIRST_SEEN DESC': 'Newest first',
  'FIRST_SEEN ASC': 'Oldest first',
  'SERVICE ASC': 'By service',
  'RULE ASC': 'By rule',
  'RESOURCE ASC': 'By resource',
} as const;
type Order = keyof typeof ORDERS;

interface FindingOrderProps {
  readonly search: FindingSearch;
  readonly onChange: (search: FindingSearch) => void;
}

export function FindingOrder({ search, onChange }: FindingOrderProps) {
  return (
    <NativeSelect
      aria-label="Order"
      value={`${search.order} ${search.direction}`}
      data={Object.entries(ORDERS).map(([value, label]) => ({ value, label }))}
      onChange={({ currentTarget }) => {
        const [order, direction] = (currentTarget.value as Order).split(' ') as [
          FindingSearch['order'],
          FindingSearch['direction'],
        ];
        onChange({ ...search, order, direction });
      }}
    />
  );
}
