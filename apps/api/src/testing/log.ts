import { createLog, type Log } from '../logging/log.ts';

export const SILENT: Log = createLog('silent', { write: () => {} });

export interface LoggedLine {
  readonly level: string;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** A log and what was written to it. */
export function testLog(): { readonly log: Log; readonly lines: LoggedLine[] } {
  const lines: LoggedLine[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as LoggedLine);
  return { log: createLog('debug', { write }), lines };
}
