/** Ends an attempt from outside: for good, or to be made again. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
  readonly why: 'cancelled' | 'interrupted';

  constructor(why: StoppedError['why']) {
    super(`The scan was ${why}.`);
    this.why = why;
  }
}
