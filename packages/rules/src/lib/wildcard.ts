import { spend } from '../kernel/effort.ts';

const STAR = 0x2a;
const QUESTION_MARK = 0x3f;

function isWildcard(code: number): boolean {
  return code === STAR || code === QUESTION_MARK;
}

/** The characters that stand for others in a policy: `*` for any number, `?` for one. */
export function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/**
 * Whether everything that `inner` matches is matched by `outer`. Both are patterns with `*` and `?`; a text without them
 * matches itself. Case counts: lower both where it does not.
 */
export function covers(outer: string, inner: string): boolean {
  spend(1);
  if (outer === inner) return true;
  // Nearly all that is asked is decided before the first wildcard.
  let index = 0;
  for (; index < outer.length; index++) {
    const code = outer.charCodeAt(index);
    if (isWildcard(code)) break;
    if (code !== inner.charCodeAt(index)) return false;
  }
  if (index === outer.length) return index === inner.length;
  return isAny(outer, index) || coversFrom(normalised(outer), normalised(inner), index);
}

/** @param start up to where both are the same, without wildcards */
function coversFrom(pattern: string, text: string, start: number): boolean {
  let at = start;
  let star = -1;
  let resume = start;
  let index = start;
  while (index < text.length) {
    const symbol = text[index];
    if (pattern[at] === '*') {
      star = at++;
      resume = index;
    } else if (pattern[at] === symbol || (pattern[at] === '?' && symbol !== '*')) {
      at++;
      index++;
    } else if (star >= 0) {
      spend(1 + index - resume);
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** Whether there is a text that both patterns match. */
export function overlaps(one: string, other: string): boolean {
  spend(1);
  const start = literalPrefix(one, other);
  if (start < 0) return false;
  if (start === one.length && start === other.length) return true;
  if (!hasWildcard(other)) return covers(one, other);
  if (!hasWildcard(one)) return covers(other, one);
  if (isAny(one, start) || isAny(other, start)) return true;
  return overlapsAfter(one.slice(start), other.slice(start));
}

/** Whether only a `*` is left of a pattern. */
function isAny(pattern: string, start: number): boolean {
  return start === pattern.length - 1 && pattern.charCodeAt(start) === STAR;
}

/** How long both are the same, up to the first wildcard of either; -1 where they differ before it. */
function literalPrefix(one: string, other: string): number {
  for (let index = 0; ; index++) {
    const a = index < one.length ? one.charCodeAt(index) : 0;
    const b = index < other.length ? other.charCodeAt(index) : 0;
    if (isWildcard(a) || isWildcard(b)) return index;
    if (a !== b) return -1;
    if (index >= one.length && index >= other.length) return index;
  }
}

function overlapsAfter(one: string, other: string): boolean {
  // reachable[j]: the part of `one` read so far and the first j characters of `other` can match the same text.
  spend(one.length * other.length);
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
  return one === other || isWildcard(one.charCodeAt(0)) || isWildcard(other.charCodeAt(0));
}

/** Runs of wildcards in one order: `*?*` says what `?*` says. */
function normalised(pattern: string): string {
  if (!/[*?]{2}/.test(pattern)) return pattern;
  return pattern.replaceAll(/[*?]{2,}/g, (run) => run.replaceAll('*', '') + (run.includes('*') ? '*' : ''));
}
