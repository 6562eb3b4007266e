import { SeverityCounts } from '../../graphql/severity.ts';
import type { ScanEventPayloads } from '../../scan/event-payload.ts';
import type { ScanEvent as StoredEvent } from '../../scan/scan-runner.ts';
import { CoverageGap } from './coverage-gap.type.ts';
import { ScanFindings, ScanFinished, ScanGap, ScanLog, ScanProgressed, type ScanEvent } from './scan-event.type.ts';
import { progressOf } from './scan-progress.type.ts';

/** An event of the API from one of the store. @param startedAt when its scan started */
export function scanEventOf(event: StoredEvent, startedAt: Date | null): ScanEvent {
  const { at, sequence } = event;
  return Object.assign(contentOf(event, startedAt), { at, sequence });
}

function contentOf({ kind, payload, scan_id, at }: StoredEvent, startedAt: Date | null): ScanEvent {
  switch (kind) {
    case 'progressed':
      return Object.assign(new ScanProgressed(), {
        progress: progressOf(payload as ScanEventPayloads['progressed'], startedAt, at),
      });
    case 'findings': {
      const { findingIds, severityCounts } = payload as ScanEventPayloads['findings'];
      return Object.assign(new ScanFindings(), {
        findingKeys: findingIds,
        severityCounts: Object.assign(new SeverityCounts(), severityCounts),
      });
    }
    case 'gap':
      return Object.assign(new ScanGap(), { gap: new CoverageGap(payload as ScanEventPayloads['gap']) });
    case 'log':
      return Object.assign(new ScanLog(), payload as ScanEventPayloads['log']);
    default:
      return Object.assign(new ScanFinished(), { scanKey: scan_id });
  }
}
