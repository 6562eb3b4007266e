import { CIS_AWS_VERSIONS, type CisAwsConcept, type CisAwsControl } from './cis-aws.data.ts';
import { defineFramework, type Framework, type RequirementFacts } from './framework.ts';
import { naturalOrder } from './natural-order.ts';

/** What our rules leave out of a control that CIS assesses by machine. */
const LIMITS: Readonly<Partial<Record<CisAwsConcept, string>>> = {
  'instance-roles':
    'Rules look for AWS credentials in user data. Keys that an instance keeps on its disk or in its image are not seen.',
};

const LEVELS = ['Level 1', 'Level 2'] as const;
const versions = Object.keys(CIS_AWS_VERSIONS).toSorted((a, b) => naturalOrder(b, a));

/** The newest version first. */
export const CIS_AWS: readonly Framework[] = versions.map((version, index) => {
  const controls = CIS_AWS_VERSIONS[version] ?? [];
  const chapters = new Map(controls.map((control) => [chapterOf(control), control.section]));
  return defineFramework({
    id: 'cis-aws',
    name: 'CIS Amazon Web Services Foundations Benchmark',
    publisher: 'CIS',
    version,
    latest: index === 0,
    attribution:
      'Numbers, levels and assessment types are those of the Center for Internet Security. The titles are our own words; its text is protected, and is not here.',
    levels: LEVELS,
    sections: [...chapters].map(([number, title]) => ({ number, title, parent: null })),
    requirements: controls.map(requirement),
  });
});

function requirement(control: CisAwsControl): RequirementFacts {
  const level = LEVELS[control.level - 1] ?? null;
  return {
    number: control.id,
    title: control.title,
    section: chapterOf(control),
    level,
    // Level 2 is Level 1 and more.
    levels: LEVELS.slice(control.level - 1),
    severity: null,
    control: control.concept,
    byHand: control.assessment === 'manual',
    limits: LIMITS[control.concept] ?? null,
  };
}

function chapterOf({ id }: CisAwsControl): string {
  return id.split('.')[0] ?? id;
}
