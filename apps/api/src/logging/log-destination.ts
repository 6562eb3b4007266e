import type { DestinationStream } from 'pino';

/** The log goes to stdout. A person who sits there, at a terminal, is told only what went wrong, in plain words. */
export function logDestination(output: Output = process.stdout): DestinationStream {
  if (!output.isTTY) return { write: (line) => void output.write(line) };
  return {
    write: (line) => {
      const { level, msg, requestId, err } = JSON.parse(line) as Line;
      if (level !== 'warn' && level !== 'error') return;
      const request = requestId === undefined ? '' : ` (request ${requestId})`;
      output.write(`${level === 'warn' ? 'Warning' : 'Error'}: ${msg}${request}\n${err ? `${err.stack}\n` : ''}`);
    },
  };
}

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

interface Line {
  readonly level: string;
  readonly msg: string;
  readonly requestId?: string;
  readonly err?: { readonly stack: string };
}
