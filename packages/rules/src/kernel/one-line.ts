const LONGEST = 1000;
/** Ends of lines, other control characters, and what turns the direction of text round. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;

/** A text that may hold whatever stood in a recording, as one line of at most 1,000 characters that shows what it says. */
export function oneLine(text: string): string {
  if (text.length <= LONGEST && isPlain(text)) return text;
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
  return short.replaceAll(UNPRINTABLE, '\uFFFD');
}

/** Nearly all texts are: this is asked for each finding several times. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < SPACE || code > TILDE) return false;
  }
  return true;
}

const SPACE = 0x20;
const TILDE = 0x7e;
