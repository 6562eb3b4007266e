import { useSubscription } from '@apollo/client/react';
import { useReducer } from 'react';
import { NOTHING_SEEN, WatchScan, withEvent, type FinishedScan, type ScanWatch } from './scan-watch.ts';

interface Watched {
  readonly scanId: string | null;
  readonly watch: ScanWatch;
}

interface Seen {
  readonly scanId: string;
  readonly event: Parameters<typeof withEvent>[1];
}

function reduce({ scanId, watch }: Watched, seen: Seen): Watched {
  return { scanId: seen.scanId, watch: withEvent(scanId === seen.scanId ? watch : NOTHING_SEEN, seen.event) };
}

/** Follows a scan through its events, from its start, until it ends. */
export function useScanWatch(scanId: string | null, onFinished: (scan: FinishedScan) => void): ScanWatch {
  const [watched, tell] = useReducer(reduce, { scanId: null, watch: NOTHING_SEEN });
  useSubscription(WatchScan, {
    variables: { scan: scanId ?? '' },
    skip: scanId === null,
    fetchPolicy: 'no-cache',
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (scanId === null || !data) return;
      tell({ scanId, event: data.scanEvents });
      if (data.scanEvents.kind === 'ScanFinished') onFinished(data.scanEvents.scan);
    },
  });
  return watched.scanId === scanId ? watched.watch : NOTHING_SEEN;
}
