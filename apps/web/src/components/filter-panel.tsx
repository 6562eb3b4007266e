import { Button, Collapse } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import classes from './filter-panel.module.css';

interface FilterPanelProps {
  /** Null where nothing is filtered. */
  readonly onClear: (() => void) | null;
  readonly children: ReactNode;
}

/** Filters beside a list; on a small screen behind a button above it. */
export function FilterPanel({ onClear, children }: FilterPanelProps) {
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [opened, { toggle }] = useDisclosure();
  const groups = (
    <div className={classes['groups']}>
      {children}
      {onClear && (
        <Button variant="default" size="compact-sm" onClick={onClear}>
          Clear filters
        </Button>
      )}
    </div>
  );
  return (
    <aside aria-label="Filters">
      {!isWide && (
        <Button
          variant="default"
          leftSection={<Icon name="filter" size={16} />}
          aria-expanded={opened}
          onClick={toggle}
        >
          Filters
        </Button>
      )}
      <Collapse expanded={isWide || opened}>{groups}</Collapse>
    </aside>
  );
}
