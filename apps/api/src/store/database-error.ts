/** PostgreSQL's text cannot hold U+0000, which only a caller can have sent. */
export const UNSTORABLE_TEXT = '22021';
/** A statement was cancelled: by its time limit, or because nobody waits for it any more. */
export const CANCELLED = '57014';
