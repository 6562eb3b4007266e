/** What PostgreSQL says while it starts or stops, and when it throws a client out. */
const STATES = new Set(['57P01', '57P02', '57P03']);
const CONNECTION_EXCEPTION = '08';
const REFUSALS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);
/** The driver's own errors have no code. */
const LOST =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error says that the database does not answer, and nothing about what it was asked. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (STATES.has(code) || (code.length === 5 && code.startsWith(CONNECTION_EXCEPTION))) return true;
  return (REFUSALS.has(code) && syscall !== 'open') || LOST.test(error.message);
}
