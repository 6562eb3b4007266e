import { describe, expect, test } from 'vitest';
import {
  chosenValues,
  DEFAULT_SEARCH,
  findingsPath,
  formatFindingSearch,
  isNarrowed,
  parseFindingSearch,
  toggleValue,
  toOrder,
  toQuery,
  withoutFilter,
  type FindingSearch,
} from './finding-search.ts';

const parse = (query: string) => parseFindingSearch(new URLSearchParams(query));
const searching = (query: string) => ({ ...DEFAULT_SEARCH, query });

describe('the URL of the findings', () => {
  test('is empty for the plain list', () => {
    expect(formatFindingSearch(DEFAULT_SEARCH)).toBe('');
    expect(parse('')).toEqual(DEFAULT_SEARCH);
  });

  test('can be read by a person', () => {
    expect(findingsPath({ query: 'severity:critical,high service:s3 tag:env=prod "acme/x"' })).toBe(
      '/findings?q=severity:critical,high+service:s3+tag:env=prod+%22acme/x%22',
    );
  });

  test('is made of values too', () => {
    expect(findingsPath({ severity: ['CRITICAL', 'HIGH'], service: ['s3'], result: ['NOT_APPLICABLE'] })).toBe(
      '/findings?q=severity:critical,high+service:s3+result:not-applicable',
    );
    expect(findingsPath({ query: 'service:iam x', service: ['s3'], account: ['acc_1'] })).toBe(
      '/findings?q=service:s3+x+account:acc_1',
    );
  });

  test.each<Partial<FindingSearch>>([
    { query: 'severity:critical -tag:"a b" age:>30d' },
    { query: 'a+b & c=d, "é" 100% #x' },
    { query: 'arn:aws:s3:::acme/x ' },
    { query: 'severity:urgent "open' },
    { order: 'FIRST_SEEN', direction: 'ASC' },
    { order: 'FIRST_SEEN', direction: 'DESC' },
    { order: 'SEVERITY', direction: 'ASC' },
    { finding: 'fnd_01', query: 'severity:high' },
  ])('gives back what was written: %o', (search) => {
    expect(parse(formatFindingSearch(search))).toEqual({ ...DEFAULT_SEARCH, ...search });
  });

  test('leaves out an order that there is not', () => {
    expect(parse('sort=colour')).toEqual(DEFAULT_SEARCH);
  });
});

describe('the checkboxes', () => {
  test('are what the bar says', () => {
    const search = searching('severity:High,low x -service:iam');
    expect(chosenValues(search, 'severity')).toEqual(['HIGH', 'LOW']);
    expect(chosenValues(search, 'service')).toEqual([]);
    expect(chosenValues(search, 'result')).toEqual(['FAIL']);
    expect(chosenValues(searching('result:any'), 'result')).toContain('PASS');
  });

  test('put a value into the bar and take it out', () => {
    const narrowed = toggleValue(searching('acme'), 'service', 's3');
    expect(narrowed.query).toBe('acme service:s3');
    expect(toggleValue(narrowed, 'severity', 'HIGH').query).toBe('acme service:s3 severity:high');
    expect(toggleValue(narrowed, 'service', 's3').query).toBe('acme');
  });

  test('leave alone what has a mistake', () => {
    expect(toggleValue(searching('sevrity:x "open'), 'service', 's3').query).toBe('service:s3 sevrity:x "open');
  });

  test('say nothing of results when only what fails is asked for', () => {
    const both = toggleValue(DEFAULT_SEARCH, 'result', 'UNKNOWN');
    expect(both.query).toBe('result:fail,unknown');
    expect(toggleValue(both, 'result', 'UNKNOWN').query).toBe('');
    expect(toggleValue(DEFAULT_SEARCH, 'result', 'FAIL').query).toBe('');
  });
});

test('clearing keeps the order', () => {
  const search = parse('q=severity:high&sort=rule&finding=fnd_1');
  expect(isNarrowed(search)).toBe(true);
  expect(isNarrowed(withoutFilter(search))).toBe(false);
  expect(formatFindingSearch(withoutFilter(search))).toBe('?sort=rule');
});

test('an open drawer alone does not narrow the list', () => {
  expect(isNarrowed(parse('finding=fnd_1'))).toBe(false);
});

test('asks the API in one way of writing, and not at all with a mistake', () => {
  expect(toQuery(searching('  Severity:HIGH   acme '))).toBe('severity:high acme');
  expect(toQuery(DEFAULT_SEARCH)).toBe('');
  expect(toQuery(searching('sevrity:high'))).toBeNull();
  expect(toOrder(parse('sort=-first-seen'))).toEqual([{ field: 'FIRST_SEEN', direction: 'DESC' }]);
});
