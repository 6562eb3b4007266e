import type { Severity } from '../kernel/severity.ts';
import type { FrameworkId } from './controls.ts';

/** A standard or benchmark in one version. */
export interface Framework {
  readonly id: FrameworkId;
  /** With its version: `cis-aws@6.0.0`. */
  readonly key: string;
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  /** False where a later version is here too. */
  readonly latest: boolean;
  /** Whose the text is, and under which terms it is here. */
  readonly attribution: string;
  /** Profiles, levels or baselines, least first; empty where it has none. */
  readonly levels: readonly string[];
  /** A parent comes before its children. */
  readonly sections: readonly FrameworkSection[];
  /** In the framework's order. */
  readonly requirements: readonly Requirement[];
}

export interface FrameworkSection {
  readonly number: string;
  readonly title: string;
  /** Number of the section it lies in. */
  readonly parent: string | null;
}

/** What a framework asks for, under the number it has in that version. */
export interface Requirement {
  /** `cis-aws@6.0.0/2.1.4` */
  readonly key: string;
  readonly framework: Framework;
  readonly number: string;
  readonly title: string;
  /** Number of its section. */
  readonly section: string;
  /** The lowest level that asks for it; `null` where the framework has none, or none of them asks. */
  readonly level: string | null;
  /** All levels that ask for it. */
  readonly levels: readonly string[];
  /** Where the framework rates its requirements. */
  readonly severity: Severity | null;
  /** What a rule names in its `controls` to give evidence for it. */
  readonly control: string;
  /** True where a person must judge it, whatever a rule may see of it. */
  readonly byHand: boolean;
  /** What rules do not look at; `null` where they decide all of it. */
  readonly limits: string | null;
}

export type RequirementFacts = Omit<Requirement, 'key' | 'framework'>;

/** Ties the requirements to their framework, and gives them keys. */
export function defineFramework(
  facts: Omit<Framework, 'key' | 'requirements'> & { readonly requirements: readonly RequirementFacts[] },
): Framework {
  const key = `${facts.id}@${facts.version}`;
  const requirements: Requirement[] = [];
  const framework: Framework = { ...facts, key, requirements };
  for (const each of facts.requirements) requirements.push({ ...each, key: `${key}/${each.number}`, framework });
  return framework;
}
