import type { ReactNode } from 'react';
import { formatCount } from '../lib/format.ts';
import classes from './filter-group.module.css';

export interface FilterOption {
  readonly value: string;
  readonly label: ReactNode;
  /** How many a click would give; null while it is not known. */
  readonly count: number | null;
}

interface FilterGroupProps {
  readonly title: string;
  readonly options: readonly FilterOption[];
  readonly selected: readonly string[];
  readonly onToggle: (value: string) => void;
}

/** Values to choose from, any number of them, each with its count. */
export function FilterGroup({ title, options, selected, onToggle }: FilterGroupProps) {
  if (options.length === 0) return null;
  return (
    <fieldset className={classes['group']}>
      <legend className={classes['legend']}>{title}</legend>
      {options.map(({ value, label, count }) => (
        <label key={value} className={classes['option']}>
          <input type="checkbox" checked={selected.includes(value)} onChange={() => onToggle(value)} />
          <span className={classes['label']}>{label}</span>
          {count !== null && <span className={classes['count']}>{formatCount(count)}</span>}
        </label>
      ))}
    </fieldset>
  );
}
