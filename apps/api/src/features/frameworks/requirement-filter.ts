import type { Assessment, Requirement } from '@plumbline/rules';
import { asked } from '../../graphql/filters.ts';
import type { RequirementFilter } from './framework.args.ts';

/** Whether a requirement is one of those that a filter asks for, its status aside. */
export function isWanted(filter: RequirementFilter, requirement: Requirement, assessment: Assessment): boolean {
  const levels = asked(filter.level);
  const sections = asked(filter.section);
  const assessments = asked(filter.assessment);
  const text = filter.text?.toLowerCase() ?? '';
  return (
    (!levels || levels.some((level) => requirement.levels.includes(level))) &&
    (!sections || sections.some((section) => within(requirement, section))) &&
    (!assessments || assessments.includes(assessment)) &&
    `${requirement.number} ${requirement.title}`.toLowerCase().includes(text)
  );
}

/** Whether it lies in a section, or in one of its sections. */
export function within({ framework, section }: Requirement, number: string): boolean {
  if (section === number) return true;
  const parent = framework.sections.find((each) => each.number === section)?.parent;
  return parent === number;
}
