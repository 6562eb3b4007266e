import { describe, expect, test } from 'vitest';
import { allControls } from './controls.ts';
import { requirementsOf } from './requirements.ts';

describe('requirementsOf', () => {
  test('gives a CIS concept the number that it has in each version', () => {
    const keys = requirementsOf(allControls({ 'cis-aws': ['root-mfa'] })).map((requirement) => requirement.key);
    expect(keys).toContain('cis-aws@1.4.0/1.5');
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(1);
  });

  test('tells the level of a CIS control', () => {
    const [oldest] = requirementsOf(allControls({ 'cis-aws': ['root-hw-mfa'] }));
    expect(oldest).toMatchObject({
      number: '1.6',
      level: 'Level 2',
      framework: { version: '1.4.0', publisher: 'CIS' },
    });
  });

  test('adds what AWS relates an FSBP control to', () => {
    const requirements = requirementsOf(allControls({ fsbp: ['Account.1'] }));
    expect(requirements.map(({ key, level }) => [key, level])).toEqual([
      ['fsbp@1.0.0/Account.1', null],
      ['nist-800-53-r5@5.2.0/CM-2', 'LOW'],
      ['nist-800-53-r5@5.2.0/CM-2(2)', 'MODERATE'],
    ]);
  });

  test('knows the subcategories of the NIST CSF', () => {
    const [requirement] = requirementsOf(allControls({ 'nist-csf-2': ['PR.DS-02'] }));
    expect(requirement).toMatchObject({ key: 'nist-csf-2@2.0/PR.DS-02', level: null });
    expect(requirement?.title).toMatch(/data-in-transit/i);
  });
});
