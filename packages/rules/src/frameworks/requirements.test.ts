import { describe, expect, test } from 'vitest';
import { allControls } from './controls.ts';
import { requirementsOf, rulesByRequirement } from './requirements.ts';

describe('requirementsOf', () => {
  test('gives a CIS concept the number that it has in each version, the newest first', () => {
    const keys = requirementsOf(allControls({ 'cis-aws': ['root-mfa'] })).map((requirement) => requirement.key);
    expect(keys[0]).toMatch(/^cis-aws@7\.0\.0\//);
    expect(keys.at(-1)).toBe('cis-aws@1.4.0/1.5');
    expect(new Set(keys).size).toBe(8);
  });

  test('tells the level of a CIS control, and the levels that ask for it', () => {
    const oldest = requirementsOf(allControls({ 'cis-aws': ['root-hw-mfa'] })).at(-1);
    expect(oldest).toMatchObject({
      number: '1.6',
      level: 'Level 2',
      levels: ['Level 2'],
      section: '1',
      framework: { version: '1.4.0', publisher: 'CIS' },
    });
    expect(requirementsOf(allControls({ 'cis-aws': ['root-mfa'] }))[0]?.levels).toEqual(['Level 1', 'Level 2']);
  });

  test('adds what AWS relates an FSBP control to', () => {
    const requirements = requirementsOf(allControls({ fsbp: ['Account.1'] }));
    expect(requirements.map(({ key, level, severity }) => [key, level, severity])).toEqual([
      ['fsbp@1.0.0/Account.1', null, 'medium'],
      ['nist-800-53-r5@5.2.0/CM-2', 'LOW', null],
      ['nist-800-53-r5@5.2.0/CM-2(2)', 'MODERATE', null],
    ]);
  });

  test('knows the subcategories of the NIST CSF', () => {
    const [requirement] = requirementsOf(allControls({ 'nist-csf-2': ['PR.DS-02'] }));
    expect(requirement).toMatchObject({ key: 'nist-csf-2@2.0/PR.DS-02', level: null, section: 'PR.DS' });
    expect(requirement?.title).toMatch(/data-in-transit/i);
  });
});

test('rules are found by the requirements that they give evidence for', () => {
  const one = { id: 'one', controls: allControls({ 'cis-aws': ['root-mfa'] }) };
  const two = { id: 'two', controls: allControls({ 'cis-aws': ['root-mfa', 'imdsv2'] }) };
  const found = rulesByRequirement([one, two]);
  expect(found.get('cis-aws@1.4.0/1.5')).toEqual([one, two]);
  expect([...found.values()]).toContainEqual([two]);
});
