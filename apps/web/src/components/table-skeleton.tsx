import { Skeleton, VisuallyHidden } from '@mantine/core';

interface TableSkeletonProps {
  readonly rows: number;
  /** Of a row, in pixels. */
  readonly height: number;
}

/** Rows where a table's will stand. */
export function TableSkeleton({ rows, height }: TableSkeletonProps) {
  return (
    <div aria-busy="true" style={{ padding: '2.2rem 1rem 0.5rem' }}>
      <VisuallyHidden>Loading</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} style={{ height, paddingTop: height / 4 }}>
          <Skeleton height={height / 2} />
        </div>
      ))}
    </div>
  );
}
