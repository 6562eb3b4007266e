import { useSyncExternalStore } from 'react';
import { formatExactTime, formatRelativeTime } from '../lib/format.ts';

const TICK_MS = 30_000;
let now = Date.now();

function subscribe(onTick: () => void) {
  const timer = setInterval(() => {
    now = Date.now();
    onTick();
  }, TICK_MS);
  return () => clearInterval(timer);
}

/** How long ago something was; the exact time when the pointer rests on it. */
export function TimeAgo({ at }: { readonly at: string }) {
  const current = useSyncExternalStore(subscribe, () => Math.max(now, Date.parse(at)));
  return (
    <time dateTime={at} title={formatExactTime(at)} style={{ whiteSpace: 'nowrap' }}>
      {formatRelativeTime(at, current)}
    </time>
  );
}
