import { expect, test } from 'vitest';
import { EMPTY_COMPLIANCE, type ComplianceSearch } from '../../lib/compliance-search.ts';
import type { RequirementStatus } from '../../lib/graphql.ts';
import { matching, requirementTree } from './requirement-tree.ts';

const sections = [
  { id: 'PR', parent: null },
  { id: 'PR.DS', parent: 'PR' },
  { id: 'RC', parent: null },
];
const requirement = (number: string, section: string, status: RequirementStatus) => ({
  number,
  title: `Title of ${number}`,
  assessment: 'PARTIAL' as const,
  section: { id: section },
  result: { status },
});
const requirements = [
  requirement('PR.DS-01', 'PR.DS', 'FAILED'),
  requirement('PR.DS-02', 'PR.DS', 'PASSED'),
  requirement('PR-01', 'PR', 'FAILED'),
];

const numbers = (search: Partial<ComplianceSearch>) =>
  matching(requirements, { ...EMPTY_COMPLIANCE, ...search }).map(({ number }) => number);

test('requirements lie in their chapters, which count what lies in them', () => {
  const [protect, ...others] = requirementTree(sections, requirements);
  expect(others).toEqual([]);
  expect(protect?.total).toBe(3);
  expect(protect?.counts).toEqual(
    new Map([
      ['FAILED', 2],
      ['PASSED', 1],
    ]),
  );
  expect(protect?.requirements.map(({ number }) => number)).toEqual(['PR-01']);
  expect(protect?.children[0]?.requirements).toHaveLength(2);
});

test('a search narrows by outcome, assessment and text', () => {
  expect(numbers({ status: ['FAILED'] })).toEqual(['PR.DS-01', 'PR-01']);
  expect(numbers({ status: ['FAILED'], text: ' ds-0 ' })).toEqual(['PR.DS-01']);
  expect(numbers({ assessment: ['MANUAL'] })).toEqual([]);
  expect(numbers({})).toHaveLength(3);
});
