import { expect, test } from 'vitest';
import { jsonErrorAt } from './parse-json-error.ts';

const TEXTS = [
  '{"a":[1,-2.5e+3,"b\\n\\u00e9\\"",true,false,null,{},[],{"c":{"d":[[0]]}}],"":" "}',
  ' [ ] ',
  '\t{ "a" : "b" }\r\n',
  '0',
];

test.each(TEXTS)('JSON has no error before its end: %j', (text) => {
  expect(jsonErrorAt(text)).toBe(text.length);
});

test('JSON that is cut off has its error at the end, or where its last word begins', () => {
  for (const text of TEXTS)
    for (let length = 0; length < text.length; length += 1) {
      const cut = text.slice(0, length);
      expect(cut.slice(jsonErrorAt(cut))).toMatch(/^("[^\n]*|[-+.\w]*)$/);
    }
});

test.each([
  ['{"a":1,}', 7],
  ['{"a" 1}', 5],
  ['{"a":}', 5],
  ['{"a":1]', 6],
  ['{1:2}', 1],
  ['{,}', 1],
  ['[1,]', 3],
  ['[1 2]', 3],
  ['[01]', 2],
  ['[}', 1],
  ['["a\nb"]', 1],
  ['["\\x"]', 1],
  ['["\t"]', 1],
  ['[tru]', 1],
  ['{"a":1}}', 7],
  ['1,2', 1],
  ['{} {}', 3],
])('%j is wrong at %i', (text, at) => {
  expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  expect(jsonErrorAt(text)).toBe(at);
});
