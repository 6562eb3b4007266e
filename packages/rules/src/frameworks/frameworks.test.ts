import { describe, expect, test } from 'vitest';
import { rules } from '../registry.generated.ts';
import { allControls } from './controls.ts';
import { assessmentOf, countAssessments } from './coverage.ts';
import { FRAMEWORKS } from './frameworks.ts';
import { requirementsOf, rulesByRequirement } from './requirements.ts';

test('every framework is here in every version, of each the newest first', () => {
  expect(FRAMEWORKS.map(({ key, requirements }) => [key, requirements.length])).toEqual([
    ['cis-aws@7.0.0', 70],
    ['cis-aws@6.0.0', 63],
    ['cis-aws@5.0.0', 63],
    ['cis-aws@4.0.1', 64],
    ['cis-aws@3.0.0', 62],
    ['cis-aws@2.0.0', 64],
    ['cis-aws@1.5.0', 63],
    ['cis-aws@1.4.0', 58],
    ['fsbp@1.0.0', 339],
    ['nist-800-53-r5@5.2.0', 1014],
    ['nist-csf-2@2.0', 106],
  ]);
  expect(FRAMEWORKS.filter(({ latest }) => latest).map(({ id }) => id)).toEqual([
    ...new Set(FRAMEWORKS.map(({ id }) => id)),
  ]);
});

describe.each(FRAMEWORKS.map((framework) => [framework.key, framework] as const))('%s', (_key, framework) => {
  const { requirements, sections, levels } = framework;

  test('has each requirement once, in a section, at levels that it has', () => {
    const numbers = new Set(sections.map(({ number }) => number));
    expect(new Set(requirements.map(({ key }) => key)).size).toBe(requirements.length);
    for (const { section, level, levels: asking } of requirements) {
      expect(numbers).toContain(section);
      expect(levels).toEqual(expect.arrayContaining([...asking]));
      expect(level).toBe(asking[0] ?? null);
    }
  });
  test('has sections that lie in sections before them', () => {
    const seen: (string | null)[] = [null];
    for (const { number, parent } of sections) {
      expect(seen).toContain(parent);
      seen.push(number);
    }
  });
  test('is found again from each control that a rule may name', () => {
    for (const { control, key } of requirements)
      expect(requirementsOf({ ...allControls({}), [framework.id]: [control] }).map((found) => found.key)).toContain(
        key,
      );
  });
});

test('a limit is told only of what a rule looks at', () => {
  const covered = rulesByRequirement(rules);
  const told = FRAMEWORKS.filter(({ id }) => id === 'cis-aws' || id === 'fsbp').flatMap(({ requirements }) =>
    requirements.filter(({ limits }) => limits !== null),
  );
  expect(told.filter(({ key }) => !covered.has(key)).map(({ key }) => key)).toEqual([]);
});

test('what our rules cover is counted as it is', () => {
  const covered = rulesByRequirement(rules);
  for (const { requirements, id } of FRAMEWORKS) {
    const counts = countAssessments(requirements.map((each) => assessmentOf(each, covered.get(each.key)?.length ?? 0)));
    expect(Object.values(counts).reduce((sum, n) => sum + n)).toBe(requirements.length);
    expect(counts.automated + counts.partial).toBeGreaterThan(0);
    // No rule decides the whole of a NIST control.
    if (id.startsWith('nist')) expect(counts.automated).toBe(0);
  }
});
