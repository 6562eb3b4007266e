import type { ScanEventKind, ScanGapTable, ScanProgress, ScanStatus } from '../store/scan-tables.ts';
import type { Severity } from '@plumbline/rules';

export type LogLevel = 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';

/** What `scan_event.payload` holds, by the event's kind. */
export interface ScanEventPayloads {
  /** Of the whole scan: all its accounts together. */
  progressed: ScanProgress;
  log: { readonly level: LogLevel; readonly message: string };
  gap: ScanGapContent;
  /** After an account's results were taken over. */
  findings: {
    readonly accountId: string;
    /** Findings that changed, worst first; at most 100. */
    readonly findingIds: readonly string[];
    /** How many changed. */
    readonly changed: number;
    /** Failing findings that the scan has seen so far, in all its accounts. */
    readonly severityCounts: Readonly<Record<Severity, number>>;
  };
  finished: { readonly status: ScanStatus };
}

/** A gap as its row in `scan_gap` has it. */
export type ScanGapContent = Omit<ScanGapTable, 'id' | 'scan_id'>;

/** An event still to be written. */
export type NewScanEvent = {
  readonly [Kind in ScanEventKind]: { readonly kind: Kind; readonly payload: ScanEventPayloads[Kind] };
}[ScanEventKind];

export function log(level: LogLevel, message: string): NewScanEvent {
  return { kind: 'log', payload: { level, message } };
}
