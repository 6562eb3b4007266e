/**
 * Of each list at the top of a JSON document, the lines in which its elements begin: `JSON.parse` does not tell them.
 * @param text known to be JSON, and an object.
 * @param line the line in which it begins.
 */
export function elementLines(text: string, line: number): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, number[]>();
  let key = '';
  let depth = 0;
  let list: number[] | null = null;
  let expectsElement = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\n') line += 1;
    if (' \t\r\n:'.includes(character)) continue;
    if (expectsElement && character !== ']') list?.push(line);
    expectsElement = false;
    if (character === '"') {
      const end = endOfString(text, at);
      if (depth === 1) key = text.slice(at + 1, end);
      at = end;
    } else if (character === '{' || character === '[') {
      depth += 1;
      if (depth === 2 && character === '[') lists.set(key, (list = []));
      expectsElement = depth === 2 && list !== null;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 1) list = null;
    } else if (character === ',') expectsElement = depth === 2 && list !== null;
  }
  return lists;
}

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
