/** The characters that stand for others in a policy: `*` for any number, `?` for one. */
export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

/**
 * Whether everything that `inner` matches is matched by `outer`. Both are patterns with `*` and `?`; a text without them
 * matches itself. Case counts: lower both where it does not.
 */
export function covers(outer: string, inner: string): boolean {
  const pattern = normalised(outer);
  const text = normalised(inner);
  let at = 0;
  let star = -1;
  let resume = 0;
  let index = 0;
  while (index < text.length) {
    const symbol = text[index];
    if (pattern[at] === '*') {
      star = at++;
      resume = index;
    } else if (pattern[at] === symbol || (pattern[at] === '?' && symbol !== '*')) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** Whether there is a text that both patterns match. */
export function overlaps(one: string, other: string): boolean {
  // reachable[j]: the part of `one` read so far and the first j characters of `other` can match the same text.
  let reachable = prefixes(other);
  for (const symbol of one) {
    const next = Array.from({ length: other.length + 1 }, () => false);
    for (let index = 0; index <= other.length; index++) {
      const before = index > 0 ? other[index - 1] : undefined;
      next[index] =
        (symbol === '*' && reachable[index] === true) ||
        (before === '*' && (reachable[index] === true || next[index - 1] === true)) ||
        (symbol === '*' && next[index - 1] === true) ||
        (before !== undefined && alike(symbol, before) && reachable[index - 1] === true);
    }
    reachable = next;
  }
  return reachable[other.length] === true;
}

/** What an empty text can match: the empty prefix, and prefixes of stars. */
function prefixes(pattern: string): boolean[] {
  const stars = /^\**/.exec(pattern)?.[0].length ?? 0;
  return Array.from({ length: pattern.length + 1 }, (_, index) => index <= stars);
}

function alike(one: string, other: string): boolean {
  return one === other || /[*?]/.test(one) || /[*?]/.test(other);
}

/** Runs of wildcards in one order: `*?*` says what `?*` says. */
function normalised(pattern: string): string {
  return pattern.replaceAll(/[*?]{2,}/g, (run) => run.replaceAll('*', '') + (run.includes('*') ? '*' : ''));
}
