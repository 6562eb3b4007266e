import { graphql, type ResultOf, type VariablesOf } from './graphql.ts';

export const WatchScan = graphql(`
  subscription WatchScan($scan: ID!) {
    scanEvents(scan: $scan) {
      kind: __typename
      sequence
      at
      ... on ScanProgressed {
        progress {
          percent
          phase
          current
          resources
        }
      }
      ... on ScanFindings {
        severityCounts {
          critical
          high
          medium
          low
          info
          total
        }
      }
      ... on ScanGap {
        gap {
          service
          region
          action
          message
        }
      }
      ... on ScanFinished {
        scan {
          id
          status
          failure {
            message
            hint
          }
          gaps {
            kind
          }
          severityCounts {
            critical
            high
            medium
            low
            info
            total
          }
        }
      }
    }
  }
`);

export type WatchScanVariables = VariablesOf<typeof WatchScan>;
type ScanEvent = ResultOf<typeof WatchScan>['scanEvents'];
type EventOf<Name extends ScanEvent['kind']> = Extract<ScanEvent, { kind: Name }>;

export type FinishedScan = EventOf<'ScanFinished'>['scan'];

/** What its events have told of a scan so far. */
export interface ScanWatch {
  /** Of the newest event; 0 before the first. */
  readonly sequence: number;
  readonly progress: EventOf<'ScanProgressed'>['progress'] | null;
  readonly counts: EventOf<'ScanFindings'>['severityCounts'] | null;
  readonly gaps: readonly EventOf<'ScanGap'>['gap'][];
  readonly finished: FinishedScan | null;
}

export const NOTHING_SEEN: ScanWatch = { sequence: 0, progress: null, counts: null, gaps: [], finished: null };

/** Takes in an event. After a broken connection the events come again from the first: those known are passed over. */
export function withEvent(watch: ScanWatch, event: ScanEvent): ScanWatch {
  if (event.sequence <= watch.sequence) return watch;
  const seen = { ...watch, sequence: event.sequence };
  switch (event.kind) {
    case 'ScanProgressed':
      return { ...seen, progress: event.progress };
    case 'ScanFindings':
      return { ...seen, counts: event.severityCounts };
    case 'ScanGap':
      return { ...seen, gaps: [...watch.gaps, event.gap] };
    case 'ScanFinished':
      return { ...seen, finished: event.scan, counts: event.scan.severityCounts };
    default:
      return seen;
  }
}
