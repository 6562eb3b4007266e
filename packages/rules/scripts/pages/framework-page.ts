import { ASSESSMENTS, assessmentOf, countAssessments, type Assessment } from '../../src/frameworks/coverage.ts';
import type { Framework, FrameworkSection, Requirement } from '../../src/frameworks/framework.ts';
import type { Rule } from '../../src/kernel/define-rule.ts';
import { page, plain, section, table } from './markdown.ts';

/** Rules by the keys of requirements. */
export type RulesByRequirement = ReadonlyMap<string, readonly Rule[]>;

export const ASSESSMENT_WORDS: Readonly<Record<Assessment, string>> = {
  automated: 'decided by rules',
  partial: 'decided in part',
  manual: 'by hand',
  uncovered: 'not covered',
};

/** `cis-aws@6.0.0` → `cis-aws-6.0.0.md` */
export function frameworkPageName({ key }: Framework): string {
  return `${key.replace('@', '-')}.md`;
}

/** What a framework asks for in one version, which rules decide it, and what they do not. */
export function frameworkPage(framework: Framework, rules: RulesByRequirement): string {
  const { publisher, attribution, sections } = framework;
  const shared = sharedLimits(framework);
  return page([
    '<!-- Written by `npm run generate`. -->',
    `# ${titleOf(framework)}`,
    `Published by ${publisher}. ${attribution}`,
    '[All frameworks](README.md)',
    section(
      '## Coverage',
      coverage(framework, rules),
      WHAT_IT_MEANS,
      shared === null ? '' : `Of everything that is decided in part: ${shared}`,
    ),
    ...sections.map((each) => sectionOf(each, framework, rules, shared)),
  ]);
}

const WHAT_IT_MEANS = `Where rules decide a requirement in part, a failure is one of the whole requirement, and a pass one of that part alone. What a person must judge stays so when a rule looks at some of it: its findings are evidence for that person. What is not covered has no rule.`;

function titleOf({ name, version }: Framework): string {
  return name.endsWith(version) ? name : `${name}, version ${version}`;
}

/** What rules leave out, where that is the same for all requirements that they decide in part. */
function sharedLimits({ requirements }: Framework): string | null {
  const [first, second, ...others] = requirements.flatMap((each) => each.limits ?? []);
  const isShared = first !== undefined && first === second && others.every((each) => each === first);
  return isShared ? first : null;
}

function coverage({ requirements, levels }: Framework, rules: RulesByRequirement): string {
  const row = (label: string, each: readonly Requirement[]) => {
    const counts = countAssessments(each.map((requirement) => assessment(requirement, rules)));
    return [label, `${each.length}`, ...ASSESSMENTS.map((kind) => `${counts[kind]}`)];
  };
  const heads = ASSESSMENTS.map((kind) => ASSESSMENT_WORDS[kind]);
  return table(
    ['', 'Requirements', ...heads],
    [
      row('All', requirements),
      ...levels.map((level) =>
        row(
          level,
          requirements.filter((each) => each.levels.includes(level)),
        ),
      ),
    ],
  );
}

function sectionOf(
  { number, title, parent }: FrameworkSection,
  framework: Framework,
  rules: RulesByRequirement,
  shared: string | null,
): string {
  const requirements = framework.requirements.filter((each) => each.section === number);
  const rated = framework.levels.length > 0 ? 'Level' : 'Severity';
  const rows = requirements.map((each) => [
    each.number,
    plain(each.title),
    ...(hasRating(framework) ? [each.levels[0] ?? each.severity ?? ''] : []),
    coverageOf(each, rules, shared),
    (rules.get(each.key) ?? []).map(({ id, title: rule }) => `[${plain(rule)}](../rules/${id}.md)`).join('<br>'),
  ]);
  const head = ['Number', 'Requirement', ...(hasRating(framework) ? [rated] : []), 'Coverage', 'Rules'];
  const heading = `${parent === null ? '##' : '###'} ${number === title ? title : `${number} ${title}`}`;
  return rows.length > 0 ? section(heading, table(head, rows)) : heading;
}

function hasRating({ levels, requirements }: Framework): boolean {
  return levels.length > 0 || requirements.some(({ severity }) => severity !== null);
}

function coverageOf(requirement: Requirement, rules: RulesByRequirement, shared: string | null): string {
  const kind = assessment(requirement, rules);
  const words = ASSESSMENT_WORDS[kind];
  return kind === 'partial' && requirement.limits !== shared ? `${words}. ${requirement.limits}` : words;
}

export function assessment(requirement: Requirement, rules: RulesByRequirement): Assessment {
  return assessmentOf(requirement, rules.get(requirement.key)?.length ?? 0);
}
