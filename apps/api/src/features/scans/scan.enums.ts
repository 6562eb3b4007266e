import { graphqlEnum } from '../../graphql/enum.ts';
import type { LogLevel } from '../../scan/event-payload.ts';
import type { ScanProgress, ScanStatus } from '../../store/scan-tables.ts';

const SCAN_STATUSES = [
  'QUEUED',
  'RUNNING',
  'SUCCEEDED',
  'PARTIAL',
  'FAILED',
  'CANCELLED',
] as const satisfies readonly ScanStatus[];

export const ScanStatusEnum = graphqlEnum('ScanStatus', 'States of a scan.', SCAN_STATUSES, {
  QUEUED: 'It waits for its turn.',
  RUNNING: 'It is under way.',
  SUCCEEDED: 'All that it needed was read and evaluated.',
  PARTIAL: 'It ended, but something could not be read: see `gaps`.',
  FAILED: 'It could not read its source: see `failure`. No finding was resolved by it.',
  CANCELLED: 'Someone stopped it.',
});

const SCAN_PHASES = [
  'WAITING',
  'CONNECTING',
  'COLLECTING',
  'EVALUATING',
  'CORRELATING',
  'FINISHING',
  'DONE',
] as const satisfies readonly ScanProgress['phase'][];

export const ScanPhaseEnum = graphqlEnum('ScanPhase', 'Phases of a scan.', SCAN_PHASES, {
  WAITING: 'Waits for its turn.',
  CONNECTING: 'Opens its source.',
  COLLECTING: 'Reads the account.',
  EVALUATING: 'Evaluates the rules.',
  CORRELATING: 'Compares with what was found before.',
  FINISHING: 'Takes the results over.',
  DONE: 'Has ended.',
});

const LOG_LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const satisfies readonly LogLevel[];

export const LogLevelEnum = graphqlEnum('LogLevel', 'Levels of log.', LOG_LEVELS, {
  DEBUG: 'For those who look for a fault.',
  INFO: 'What is being done.',
  WARN: 'Something is not as expected; the scan goes on.',
  ERROR: 'Something failed.',
});
