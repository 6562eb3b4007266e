import { expect, test } from 'vitest';
import { assessmentOf } from './coverage.ts';
import { FRAMEWORKS } from './frameworks.ts';

const assessed = (key: string, rules: number) => {
  const requirement = FRAMEWORKS.flatMap(({ requirements }) => requirements).find((each) => each.key === key);
  if (!requirement) throw new Error(`no requirement ${key}`);
  return assessmentOf(requirement, rules);
};

test.each([
  ['what CIS assesses by machine and rules decide', 'cis-aws@1.4.0/1.5', 1, 'automated'],
  ['what CIS assesses by machine and no rule looks at', 'cis-aws@1.4.0/1.5', 0, 'uncovered'],
  ['what CIS assesses by hand, though a rule looks at it', 'cis-aws@3.0.0/1.6', 1, 'manual'],
  ['what CIS assesses by hand', 'cis-aws@1.4.0/1.1', 0, 'manual'],
  ['a control of which rules leave something out', 'fsbp@1.0.0/EC2.19', 4, 'partial'],
  ['a control of NIST that rules look at', 'nist-800-53-r5@5.2.0/AC-6', 20, 'partial'],
  ['a control of NIST that a configuration could show', 'nist-800-53-r5@5.2.0/AC-12', 0, 'uncovered'],
  ['a control of NIST about premises', 'nist-800-53-r5@5.2.0/PE-3', 0, 'manual'],
  ['a control of NIST about a policy on paper', 'nist-800-53-r5@5.2.0/AC-1', 0, 'manual'],
  ['a subcategory about what an organization decides', 'nist-csf-2@2.0/GV.RR-04', 3, 'manual'],
  ['a subcategory that rules look at', 'nist-csf-2@2.0/PR.DS-01', 9, 'partial'],
])('%s', (_what, key, rules, expected) => {
  expect(assessed(key, rules)).toBe(expected);
});
