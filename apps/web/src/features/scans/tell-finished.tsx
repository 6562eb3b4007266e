import { notifications } from '@mantine/notifications';
import { Link } from 'react-router';
import { formatNumberOf } from '../../lib/format.ts';
import type { ScanStatus } from '../../lib/graphql.ts';
import type { FinishedScan } from '../../lib/scan-watch.ts';

const TITLES: Readonly<Record<ScanStatus, string>> = {
  QUEUED: 'Scan queued',
  RUNNING: 'Scan running',
  SUCCEEDED: 'Scan finished',
  PARTIAL: 'Scan finished, with gaps',
  FAILED: 'Scan failed',
  CANCELLED: 'Scan cancelled',
};

const COLOURS: Partial<Record<ScanStatus, string>> = { FAILED: 'red', PARTIAL: 'yellow' };

/** Tells the end of a scan in a toast that leads to it. */
export function tellFinished(scan: FinishedScan): void {
  notifications.show({
    title: TITLES[scan.status],
    color: COLOURS[scan.status] ?? 'petrol',
    autoClose: scan.status === 'FAILED' ? false : 8000,
    closeButtonProps: { 'aria-label': 'Close this message' },
    message: (
      <>
        {outcome(scan)} <Link to={`/scans/${scan.id}`}>Open the scan</Link>
      </>
    ),
  });
}

function outcome({ status, failure, severityCounts, gaps }: FinishedScan): string {
  if (status === 'FAILED') return failure?.message ?? 'No reason was given.';
  if (status === 'CANCELLED') return 'What was found until then stays.';
  const failing = `${formatNumberOf(severityCounts.total, 'failing finding')}.`;
  return gaps.length === 0 ? failing : `${failing} ${formatNumberOf(gaps.length, 'thing')} could not be read.`;
}
