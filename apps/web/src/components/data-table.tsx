import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { ScrollRegion } from './scroll-region.tsx';
import classes from './data-table.module.css';

interface DataTableProps {
  /** What the table lists, for those who do not see it. */
  readonly caption: string;
  readonly head: ReactNode;
  readonly children: ReactNode;
  readonly minWidth?: number;
}

/** A table that scrolls in a region of its own, which the keyboard reaches, where the screen is too small for it. */
export function DataTable({ caption, head, children, minWidth = 640 }: DataTableProps) {
  return (
    <ScrollRegion label={caption}>
      <table className={classes['table']} style={{ minWidth }}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollRegion>
  );
}
