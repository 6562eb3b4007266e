/** A part of a text, in UTF-16 code units: from `start` up to, and without, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of a query that cannot be understood. */
export interface Mistake extends Span {
  readonly kind:
    | 'unknown-key'
    | 'unknown-value'
    | 'bad-value'
    | 'empty-value'
    | 'unclosed-quote'
    | 'repeated'
    | 'contradiction'
    | 'too-long';
  /** For the person who typed it: what is wrong and what to write. */
  readonly message: string;
  /** What to put in its place, where that can be guessed. */
  readonly suggestion: string | null;
}
