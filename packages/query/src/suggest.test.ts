import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggest, wantedAt, type KnownValues } from './suggest.ts';
import { anyText } from './testing/queries.ts';

const KNOWN: KnownValues = {
  severity: [{ value: 'critical', count: 3 }],
  service: [
    { value: 's3', label: 'S3', count: 9 },
    { value: 'iam', label: 'IAM', count: 4 },
  ],
  account: [{ value: '111122223333', label: 'Acme Production', count: 7 }],
  region: [{ value: 'us-east-1', count: 2 }],
};

/** What the text is after each suggestion was taken; `|` is the caret. */
function offered(marked: string): readonly string[] {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { start, end, suggestions } = suggest(text, caret, KNOWN);
  return suggestions.map(({ insert }) => text.slice(0, start) + insert + text.slice(end));
}

test.each([
  ['sev|', ['severity:']],
  ['-sev|', ['-severity:']],
  ['acme re|', ['acme region:', 'acme resource:', 'acme resolved:', 'acme result:', 'acme requirement:']],
  ['severity:|', ['severity:critical', 'severity:high', 'severity:medium', 'severity:low', 'severity:info']],
  ['severity:high,cr| x', ['severity:high,critical x']],
  ['severity:h|igh', ['severity:high']],
  ['-service:|', ['-service:s3', '-service:iam']],
  ['account:acme|', ['account:111122223333']],
  ['region:east|', ['region:us-east-1']],
  ['iam|', ['service:iam']],
  ['crit|', ['severity:critical']],
  ['se|r:x', ['service:x']],
  ['ser|:x', ['service:x']],
  ['owner:x|', []],
])('%j', (text, expected) => {
  expect(offered(text)).toEqual(expected);
});

test('every key is offered where nothing is typed yet, with what it takes', () => {
  const { start, end, suggestions } = suggest('a  b', 2, {});
  expect([start, end]).toEqual([2, 2]);
  expect(suggestions[0]).toEqual({ insert: 'severity:', about: 'how bad it is', count: null });
  expect(suggestions.length).toBeGreaterThan(12);
});

test('counts are shown where they are known', () => {
  expect(suggest('severity:', 9, KNOWN).suggestions.map(({ count }) => count)).toEqual([3, null, null, null, null]);
  expect(suggest('account:', 8, KNOWN).suggestions[0]).toMatchObject({ about: 'Acme Production', count: 7 });
});

test('at every place of every text the span holds the caret', () => {
  fc.assert(
    fc.property(anyText, fc.nat(40), (text, place) => {
      const caret = Math.min(place, text.length);
      const { start, end } = suggest(text, caret, KNOWN);
      expect(start).toBeLessThanOrEqual(caret);
      expect(end).toBeGreaterThanOrEqual(caret);
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test.each([
  ['', { keys: 0, typed: '', rest: '' }],
  ['-|x', { keys: 15, typed: 'x', rest: '' }],
  ['region:us-|east,x acme', { keys: ['region'], typed: 'us-', rest: ' acme' }],
  ['region:a,"b c|" acme', { keys: ['region'], typed: 'b c', rest: ' acme' }],
  ['reg|ion:us', { keys: 0, typed: '', rest: '' }],
  ['owner:x|', { keys: 0, typed: '', rest: '' }],
  ['open acm|', { keys: 15, typed: 'acm', rest: 'open ' }],
])('what the completion of %j would have to know', (marked, expected) => {
  const caret = Math.max(0, marked.indexOf('|'));
  const { keys, ...wanted } = wantedAt(marked.replace('|', ''), caret);
  expect({ keys: typeof expected.keys === 'number' ? keys.length : keys, ...wanted }).toEqual(expected);
});
