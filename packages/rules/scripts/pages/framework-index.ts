import { ASSESSMENTS, countAssessments } from '../../src/frameworks/coverage.ts';
import type { Framework } from '../../src/frameworks/framework.ts';
import { ASSESSMENT_WORDS, assessment, frameworkPageName, type RulesByRequirement } from './framework-page.ts';
import { page, table } from './markdown.ts';

/** All frameworks in all versions, and how much of each rules decide. */
export function frameworkIndex(frameworks: readonly Framework[], rules: RulesByRequirement): string {
  const rows = frameworks.map((framework) => {
    const { name, version, requirements } = framework;
    const counts = countAssessments(requirements.map((each) => assessment(each, rules)));
    const link = `[${name}](${frameworkPageName(framework)})`;
    return [link, version, `${requirements.length}`, ...ASSESSMENTS.map((kind) => `${counts[kind]}`)];
  });
  const heads = ASSESSMENTS.map((kind) => ASSESSMENT_WORDS[kind]);
  return page([
    '<!-- Written by `npm run generate`. -->',
    '# Frameworks',
    'What each asks for, which rules decide it, and what stays to a person. Every requirement is of exactly one kind.',
    table(['Framework', 'Version', 'Requirements', ...heads], rows),
  ]);
}
