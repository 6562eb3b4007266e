import type { SeenEvent } from './client.ts';
import type { Random } from './random.ts';

/** When to kill: at an event of the scan, and a little later. `asked`: while its start is asked for. */
export interface Moment {
  readonly kind: 'asked' | 'event';
  readonly name: string;
  readonly pauseMs: number;
  isAt(event: SeenEvent): boolean;
}

const PHASES = ['COLLECTING', 'EVALUATING', 'FINISHING'] as const;

export function momentOf(random: Random): Moment {
  const kind = random.oneOf(['asked', 'nth', 'phase', 'phase', 'phase', 'finished']);
  const pauseMs = random.below(4) === 0 ? 0 : random.below(200);
  const later = pauseMs === 0 ? '' : ` + ${pauseMs} ms`;
  if (kind === 'asked') return { kind, name: `start asked for${later}`, pauseMs, isAt: () => true };
  if (kind === 'finished')
    return {
      kind: 'event',
      name: `finished${later}`,
      pauseMs,
      isAt: ({ type }) => type === 'ScanFinished',
    };
  if (kind === 'nth') {
    const nth = 1 + random.below(8);
    return { kind: 'event', name: `event ${nth}${later}`, pauseMs, isAt: ({ sequence }) => sequence >= nth };
  }
  const phase = random.oneOf(PHASES);
  return { kind: 'event', name: `${phase}${later}`, pauseMs, isAt: ({ progress }) => progress?.phase === phase };
}
