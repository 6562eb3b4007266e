/** How long things may take, in milliseconds. */
export const TIMEOUTS = {
  /** A query, from its arrival to its answer. What changes something is brought to its end. */
  query: 30_000,
  /** One statement of a request, in the database. */
  statement: 20_000,
  /** A caller may take so long to send the head of a request, */
  headers: 10_000,
  /** and so long for all of it. */
  request: 30_000,
  /** A connection on which nothing moves; `startScan` may be asked to wait for two minutes. */
  idle: 150_000,
  /** Requests that are under way when the server stops. */
  grace: 5000,
};

export type Timeouts = typeof TIMEOUTS;
