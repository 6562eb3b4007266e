// oxlint-disable-next-line no-control-regex -- they are what JSON does not allow in a string
const PLAIN = /[^"\\\u0000-\u001F]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null|[{}[\],:]/y;
const SPACE = /[ \t\r\n]*/y;

type Expected = 'value' | 'key' | 'colon' | 'end';

/**
 * Where a text stops being JSON: the index of its first wrong character, or its length where it is only cut off. Engines tell it in
 * words of their own, or not at all, so this reads the text again.
 */
export function jsonErrorAt(text: string): number {
  /** What closes each list and object that is open. */
  const open: string[] = [];
  let expected: Expected = 'value';
  let mayClose = false;
  for (let at = skipped(SPACE, text, 0); ; at = skipped(SPACE, text, at)) {
    const token = text[at] ?? '';
    const end = token === '"' ? endOfString(text, at) : skipped(WORD, text, at);
    if (end === at) return at;
    if ((expected === 'end' || mayClose) && token === open.at(-1)) {
      open.pop();
      expected = 'end';
    } else if (expected === 'end' && token === ',' && open.length > 0) {
      expected = open.at(-1) === '}' ? 'key' : 'value';
    } else if (expected === 'key' && token === '"') expected = 'colon';
    else if (expected === 'colon' && token === ':') expected = 'value';
    else if (expected === 'value' && !'}],:'.includes(token)) {
      if (token === '{' || token === '[') open.push(token === '{' ? '}' : ']');
      expected = token === '{' ? 'key' : token === '[' ? 'value' : 'end';
    } else return at;
    mayClose = expected !== 'colon' && (token === '{' || token === '[');
    at = end;
  }
}

/** By parts, as a pattern of the whole takes more stack than there is. */
function endOfString(text: string, start: number): number {
  let at = skipped(PLAIN, text, start + 1);
  for (let next = at; text[at] === '\\'; at = skipped(PLAIN, text, next)) {
    next = skipped(ESCAPE, text, at);
    if (next === at) return start;
  }
  return text[at] === '"' ? at + 1 : start;
}

/** Where what a sticky pattern matches at a place ends: there, where it matches nothing. */
function skipped(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
