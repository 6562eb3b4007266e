import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_QUERY_LENGTH, parseQuery } from './parse.ts';
import { printFilter } from './print.ts';
import { anyQuery, anyText } from './testing/queries.ts';

const canonical = (text: string) => {
  const parsed = parseQuery(text);
  expect(parsed.mistakes).toEqual([]);
  return parsed.canonical;
};

/** What is marked, why, and what is offered instead. */
const marked = (text: string) =>
  parseQuery(text).mistakes.map(({ kind, start, end, suggestion }) => [kind, text.slice(start, end), suggestion]);

describe('a query', () => {
  test('is a filter with its terms where they stand', () => {
    const { filter, terms } = parseQuery('severity:critical,HIGH -tag:env=dev  "free text"');
    expect(filter).toEqual([
      { key: 'severity', negated: false, values: ['critical', 'high'] },
      { key: 'tag', negated: true, values: ['env=dev'] },
      { key: null, negated: false, values: ['free text'] },
    ]);
    expect(terms.map(({ start, end }) => [start, end])).toEqual([
      [0, 22],
      [23, 35],
      [37, 48],
    ]);
    expect(terms[0]?.values.map(({ start, end }) => [start, end])).toEqual([
      [9, 17],
      [18, 22],
    ]);
  });

  test.each([
    ['', ''],
    ['  Severity:HIGH   Service:S3 ', 'severity:high service:s3'],
    ['status:fail resource-type:AWS::S3::Bucket', 'result:fail type:AWS::S3::Bucket'],
    ['"one word" "oneword"', '"one word" oneword'],
    ['tag:owner="Jane Doe" tag:"a,b"', 'tag:"owner=Jane Doe" tag:"a,b"'],
    [String.raw`"a \"b\" \\ \c"`, String.raw`"a \"b\" \\ \\c"`],
    [String.raw`C:\dir`.slice(2), String.raw`\dir`],
    ['arn:aws:s3:::a AWS::S3::Bucket https://x.example', 'arn:aws:s3:::a AWS::S3::Bucket https://x.example'],
    ['"iam:PassRole" "-x" -', '"iam:PassRole" "-x" "-"'],
    ['public public PUBLIC', 'public PUBLIC'],
    ['severity:high,high', 'severity:high'],
    ['-service:s3 -service:iam -service:s3', '-service:s3,iam'],
    ['tag:env=prod tag:team tag:team', 'tag:env=prod tag:team'],
    ['age:>=030D age:<12W', 'age:>30d age:<12w'],
    ['-age:>30d', 'age:<30d'],
    ['first-seen:>2026-02-28', 'first-seen:>=2026-03-01'],
    ['first-seen:<=2026-12-31', 'first-seen:<2027-01-01'],
    [
      'first-seen:2026-01-05..2026-01-05 resolved:2026-01-01..2026-01-31',
      'first-seen:2026-01-05 resolved:2026-01-01..2026-01-31',
    ],
    ['-first-seen:2026-01-05 -first-seen:2026-01-07', '-first-seen:2026-01-05 -first-seen:2026-01-07'],
    ['result:any -result:pass', 'result:any -result:pass'],
  ])('%j is %j', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });
});

describe('mistakes', () => {
  test.each<[string, ...(readonly [string, string, string | null])[]]>([
    ['acme sevrity:high', ['unknown-key', 'sevrity', 'severity']],
    ['iam:PassRole', ['unknown-key', 'iam', null]],
    ['-owner:me', ['unknown-key', 'owner', null]],
    [
      'severity:crit,hihg,urgent',
      ['unknown-value', 'crit', 'critical'],
      ['unknown-value', 'hihg', 'high'],
      ['unknown-value', 'urgent', null],
    ],
    ['severity: high', ['empty-value', '', null]],
    ['service:s3,', ['empty-value', '', null]],
    ['service:""', ['empty-value', '""', null]],
    ['""', ['empty-value', '""', null]],
    ['a service:"s3 b', ['unclosed-quote', '"s3 b', null]],
    ['age:30d', ['bad-value', '30d', null]],
    ['age:>3m', ['bad-value', '>3m', null]],
    ['age:>1d,>2d', ['bad-value', '>2d', null]],
    ['first-seen:2026-02-29', ['bad-value', '2026-02-29', null]],
    ['first-seen:2026-02-02..2026-02-01', ['bad-value', '2026-02-02..2026-02-01', null]],
    ['tag:=x', ['bad-value', '=x', null]],
    ['severity:high x severity:low', ['repeated', 'severity:low', null]],
    ['age:>1d age:>2d', ['repeated', 'age:>2d', null]],
    ['service:s3 -service:s3,iam', ['contradiction', '-service:s3,iam', null]],
    ['-tag:env tag:env=dev', ['contradiction', 'tag:env=dev', null]],
    ['open -open', ['contradiction', '-open', null]],
    ['age:>7d age:<1w', ['contradiction', 'age:<1w', null]],
    ['-result:any', ['contradiction', '-result:any', null]],
  ])('%j', (text, ...expected) => {
    expect(marked(text)).toEqual(expected);
    expect(parseQuery(text)).toMatchObject({ filter: null, canonical: text.trim() });
  });

  test('say what is wrong and what to write', () => {
    expect(parseQuery('sevrity:high').mistakes[0]?.message).toBe('There is no key sevrity. Did you mean severity?');
    expect(parseQuery('severity:urgent').mistakes[0]?.message).toBe(
      'There is no severity urgent. It is one of critical, high, medium, low, info.',
    );
    expect(parseQuery('iam:PassRole').mistakes[0]?.message).toContain('"iam:PassRole"');
  });

  test('a part that remains is not contradicted', () => {
    expect(marked('severity:critical,high -severity:high tag:env=prod -tag:env=dev age:>1d age:<7d')).toEqual([]);
  });

  test('a query has a greatest length', () => {
    expect(marked('x'.repeat(MAX_QUERY_LENGTH))).toEqual([]);
    expect(marked('x'.repeat(MAX_QUERY_LENGTH + 2))).toEqual([['too-long', 'xx', null]]);
  });
});

describe('whatever is typed', () => {
  test('what is printed is read as the same filter', () => {
    let valid = 0;
    fc.assert(
      fc.property(anyQuery, (text) => {
        const { filter, canonical: printed } = parseQuery(text);
        if (!filter) return;
        valid++;
        expect(printFilter(filter)).toBe(printed);
        expect(parseQuery(printed)).toMatchObject({ filter, canonical: printed, mistakes: [] });
      }),
      { numRuns: 2000 },
    );
    expect(valid).toBeGreaterThan(200);
  });

  test('terms and mistakes lie within it, in order, and nothing but space lies between terms', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { terms, mistakes, filter } = parseQuery(text);
        let at = 0;
        for (const { start, end } of terms) {
          expect(text.slice(at, start)).toMatch(/^\s*$/);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^\s*$/);
        for (const { start, end } of mistakes) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(filter === null).toBe(mistakes.length > 0);
      }),
      { numRuns: 2000 },
    );
  });

  test('a suggestion puts its mistake right', () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        const { mistakes } = parseQuery(text);
        const mistake = mistakes.find(({ suggestion }) => suggestion !== null);
        if (!mistake) return;
        const mended = text.slice(0, mistake.start) + mistake.suggestion + text.slice(mistake.end);
        const left = parseQuery(mended).mistakes.filter(
          ({ start, kind }) => start === mistake.start && kind === mistake.kind,
        );
        expect(left).toEqual([]);
      }),
    );
  });

  test.each([
    ['spaces', ' '.repeat(500_000)],
    ['one word', 'a'.repeat(500_000)],
    ['words', 'a '.repeat(250_000)],
    ['colons', 'a:'.repeat(250_000)],
    ['quotes', '"'.repeat(500_000)],
    ['backslashes in a quote', `"${'\\'.repeat(500_000)}`],
    ['values', `service:${'a,'.repeat(250_000)}`],
    ['exclusions', '-service:a '.repeat(50_000)],
    ['different exclusions', Array.from({ length: 50_000 }, (_, index) => `-service:${index}`).join(' ')],
    ['unknown values', `severity:${'x,'.repeat(200_000)}x`],
  ])('half a million characters: %s', (_what, text) => {
    expect(() => parseQuery(text)).not.toThrow();
  });
});
