const LONGEST = 1000;
/** Ends of lines, other control characters, and what turns the direction of text round. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;

/** A text that may hold whatever stood in a recording, as one line of at most 1,000 characters that shows what it says. */
export function oneLine(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
  return short.replaceAll(UNPRINTABLE, '\uFFFD');
}
