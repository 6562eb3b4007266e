import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SEARCH,
  findingsPath,
  formatFindingSearch,
  isNarrowed,
  parseFindingSearch,
  toFilter,
  toggleValue,
  toOrder,
  withoutFilter,
  type FindingSearch,
} from './finding-search.ts';

const parse = (query: string) => parseFindingSearch(new URLSearchParams(query));

describe('the URL of the findings', () => {
  test('is empty for the plain list', () => {
    expect(formatFindingSearch(DEFAULT_SEARCH)).toBe('');
    expect(parse('')).toEqual(DEFAULT_SEARCH);
  });

  test('can be read by a person', () => {
    expect(findingsPath({ severity: ['CRITICAL', 'HIGH'], service: ['s3'], text: 'acme invoices' })).toBe(
      '/findings?severity=critical,high&service=s3&q=acme+invoices',
    );
  });

  test.each<Partial<FindingSearch>>([
    { severity: ['CRITICAL', 'LOW'] },
    { result: ['UNKNOWN'] },
    { result: ['FAIL', 'UNKNOWN'] },
    { result: ['NOT_APPLICABLE'] },
    { account: ['acc_1', '111122223333'], region: ['eu-west-1', 'global'] },
    { rule: ['aws-s3-*'] },
    { text: 'a+b & c=d, "é" 100%' },
    { text: 'arn:aws:s3:::acme/x' },
    { order: 'FIRST_SEEN', direction: 'ASC' },
    { order: 'FIRST_SEEN', direction: 'DESC' },
    { order: 'SEVERITY', direction: 'ASC' },
    { finding: 'fnd_01', severity: ['HIGH'] },
  ])('gives back what was written: %o', (search) => {
    expect(parse(formatFindingSearch(search))).toEqual({ ...DEFAULT_SEARCH, ...search });
  });

  test('leaves out what it cannot read', () => {
    expect(parse('severity=urgent,HIGH,high&sort=colour&result=maybe')).toEqual({
      ...DEFAULT_SEARCH,
      severity: ['HIGH'],
    });
  });
});

describe('toggling', () => {
  test('puts a value in and takes it out', () => {
    const narrowed = toggleValue(DEFAULT_SEARCH, 'service', 's3');
    expect(narrowed.service).toEqual(['s3']);
    expect(toggleValue(narrowed, 'service', 's3')).toEqual(DEFAULT_SEARCH);
  });

  test('a list without results falls back to the failing ones', () => {
    expect(toggleValue(DEFAULT_SEARCH, 'result', 'FAIL').result).toEqual(['FAIL']);
  });
});

test('clearing keeps the order', () => {
  const search = parse('severity=high&q=x&sort=rule&finding=fnd_1');
  expect(isNarrowed(search)).toBe(true);
  expect(isNarrowed(withoutFilter(search))).toBe(false);
  expect(formatFindingSearch(withoutFilter(search))).toBe('?sort=rule');
});

test('an open drawer alone does not narrow the list', () => {
  expect(isNarrowed(parse('finding=fnd_1'))).toBe(false);
});

test('asks the API only for what narrows', () => {
  expect(toFilter(DEFAULT_SEARCH)).toEqual({ result: ['FAIL'] });
  expect(toFilter(parse('severity=high&q=+acme+&region=eu-west-1'))).toEqual({
    result: ['FAIL'],
    severity: ['HIGH'],
    region: ['eu-west-1'],
    text: 'acme',
  });
  expect(toOrder(parse('sort=-first-seen'))).toEqual([{ field: 'FIRST_SEEN', direction: 'DESC' }]);
});
