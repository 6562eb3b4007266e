import { expect, test } from 'vitest';
import { EMPTY_SEARCH, formatRuleSearch, parseRuleSearch, toggleRuleValue, type RuleSearch } from './rule-search.ts';

const parse = (query: string) => parseRuleSearch(new URLSearchParams(query));

test.each<RuleSearch>([
  EMPTY_SEARCH,
  { severity: ['CRITICAL', 'LOW'], service: ['s3', 'iam'], category: ['public-exposure'], text: '' },
  { ...EMPTY_SEARCH, text: 'a & b = 100% "x", y' },
])('gives back what was written: %o', (search) => {
  expect(parse(formatRuleSearch(search))).toEqual(search);
});

test('can be read by a person', () => {
  expect(formatRuleSearch({ ...EMPTY_SEARCH, severity: ['HIGH'], service: ['s3', 'ec2'] })).toBe(
    '?severity=high&service=s3,ec2',
  );
});

test('leaves out what it cannot read', () => {
  expect(parse('severity=urgent,HIGH')).toEqual({ ...EMPTY_SEARCH, severity: ['HIGH'] });
});

test('toggling puts a value in and takes it out', () => {
  const narrowed = toggleRuleValue(EMPTY_SEARCH, 'category', 'logging');
  expect(narrowed.category).toEqual(['logging']);
  expect(toggleRuleValue(narrowed, 'category', 'logging')).toEqual(EMPTY_SEARCH);
});
