import { expect, test } from 'vitest';
import {
  EMPTY_COMPLIANCE,
  formatComplianceSearch,
  frameworkPath,
  parseComplianceSearch,
  toggled,
  type ComplianceSearch,
} from './compliance-search.ts';

const parse = (query: string) => parseComplianceSearch(new URLSearchParams(query));

test.each<ComplianceSearch>([
  EMPTY_COMPLIANCE,
  {
    status: ['FAILED', 'NOT_COVERED'],
    assessment: ['PARTIAL'],
    level: 'Level 1',
    account: 'acc_1',
    text: 'a & b = 1,2',
  },
])('gives back what was written: %o', (search) => {
  expect(parse(formatComplianceSearch(search))).toEqual(search);
});

test('can be read by a person', () => {
  expect(frameworkPath('cis-aws@7.0.0', { status: ['FAILED', 'MANUAL_PENDING'] })).toBe(
    '/compliance/cis-aws@7.0.0?status=failed,manual-pending',
  );
});

test('leaves out what it cannot read', () => {
  expect(parse('status=broken,failed&assessment=none')).toEqual({ ...EMPTY_COMPLIANCE, status: ['FAILED'] });
});

test('toggling puts a value in and takes it out', () => {
  expect(toggled(toggled([], 'FAILED'), 'FAILED')).toEqual([]);
});
