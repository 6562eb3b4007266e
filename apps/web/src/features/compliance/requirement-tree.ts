import type { ComplianceSearch } from '../../lib/compliance-search.ts';
import type { AssessmentKind, RequirementStatus } from '../../lib/graphql.ts';

/** What a tree needs of a chapter. */
export interface TreeSection {
  readonly id: string;
  readonly parent: string | null;
}

/** What a tree needs of a requirement. */
export interface TreeRequirement {
  readonly number: string;
  readonly title: string;
  readonly assessment: AssessmentKind;
  readonly section: { readonly id: string } | null;
  readonly result: { readonly status: RequirementStatus };
}

export interface TreeNode<Section, Requirement> {
  readonly section: Section;
  readonly children: readonly TreeNode<Section, Requirement>[];
  readonly requirements: readonly Requirement[];
  /** How many requirements have each outcome, those of its children included. */
  readonly counts: ReadonlyMap<RequirementStatus, number>;
  readonly total: number;
}

/** Requirements in their chapters. A chapter without any is left out. */
export function requirementTree<Section extends TreeSection, Requirement extends TreeRequirement>(
  sections: readonly Section[],
  requirements: readonly Requirement[],
): readonly TreeNode<Section, Requirement>[] {
  const bySection = Map.groupBy(requirements, ({ section }) => section?.id);
  const under = (parent: string | null): readonly TreeNode<Section, Requirement>[] =>
    sections
      .filter((section) => section.parent === parent)
      .map((section) => {
        const own = bySection.get(section.id) ?? [];
        const children = under(section.id);
        const counts = countsOf([...own, ...children.flatMap(requirementsIn)]);
        return { section, children, requirements: own, counts, total: sum(counts) };
      })
      .filter(({ total }) => total > 0);
  return under(null);
}

/** Those that a search asks for, its level and account aside. */
export function matching<Requirement extends TreeRequirement>(
  requirements: readonly Requirement[],
  { status, assessment, text }: ComplianceSearch,
): readonly Requirement[] {
  const wanted = text.trim().toLowerCase();
  return requirements.filter(
    (requirement) =>
      (status.length === 0 || status.includes(requirement.result.status)) &&
      (assessment.length === 0 || assessment.includes(requirement.assessment)) &&
      `${requirement.number} ${requirement.title}`.toLowerCase().includes(wanted),
  );
}

function requirementsIn<Section, Requirement>(node: TreeNode<Section, Requirement>): readonly Requirement[] {
  return [...node.requirements, ...node.children.flatMap(requirementsIn)];
}

function countsOf(requirements: readonly TreeRequirement[]): ReadonlyMap<RequirementStatus, number> {
  const groups = Map.groupBy(requirements, ({ result }) => result.status);
  return new Map([...groups].map(([status, { length }]) => [status, length]));
}

function sum(counts: ReadonlyMap<RequirementStatus, number>): number {
  return [...counts.values()].reduce((total, n) => total + n, 0);
}
