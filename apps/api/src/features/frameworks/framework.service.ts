import {
  FRAMEWORKS,
  assessmentOf,
  countAssessments,
  countStatuses,
  frameworkScore,
  requirementStatus,
  type Assessment,
  type Framework as FrameworkDefinition,
  type Requirement as RequirementDefinition,
  type RequirementStatus,
  type Rule as RuleDefinition,
} from '@plumbline/rules';
import { keyOf } from '../../graphql/global-id.ts';
import type { RuleResultService, ScopeResults } from '../posture/rule-result.service.ts';
import type { ScopeInput } from '../posture/scope.args.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import { Rule } from '../rules/rule.type.ts';
import { ResultCounts } from '../scans/result-counts.type.ts';
import type { RequirementsArgs, ScopedLevelArgs } from './framework.args.ts';
import { Framework, RequirementCounts, type FrameworkCoverage, type FrameworkResult } from './framework.type.ts';
import { isWanted, within } from './requirement-filter.ts';
import { Requirement, RequirementResult, RuleResult } from './requirement.type.ts';

const byKey = new Map(FRAMEWORKS.map((framework) => [framework.key, framework]));
const requirementByKey = new Map(
  FRAMEWORKS.flatMap(({ requirements }) => requirements).map((each) => [each.key, each]),
);

/** Frameworks are shipped; what came of them follows from what came of the rules. */
export class FrameworkService {
  readonly #catalogue: RuleCatalogue;
  readonly #results: RuleResultService;

  constructor(catalogue: RuleCatalogue, results: RuleResultService) {
    this.#catalogue = catalogue;
    this.#results = results;
  }

  all(current: boolean): readonly Framework[] {
    return FRAMEWORKS.filter(({ latest }) => latest || !current).map((definition) => new Framework(definition));
  }

  /** By id or key. */
  find(idOrKey: string): Framework | null {
    const definition = byKey.get(keyOf('framework', idOrKey) ?? idOrKey);
    return definition ? new Framework(definition) : null;
  }

  /** By id or key. */
  findRequirement(idOrKey: string): Requirement | null {
    const definition = requirementByKey.get(keyOf('requirement', idOrKey) ?? idOrKey);
    return definition ? new Requirement(definition) : null;
  }

  async requirements(framework: FrameworkDefinition, { filter, scope }: RequirementsArgs): Promise<Requirement[]> {
    const found = framework.requirements.filter((requirement) =>
      isWanted(filter ?? {}, requirement, this.assessment(requirement)),
    );
    const statuses = filter?.status ?? [];
    if (statuses.length === 0) return found.map((requirement) => new Requirement(requirement));
    const results = await this.#results.in(scope);
    return found
      .filter((requirement) => statuses.includes(this.#status(requirement, results)))
      .map((requirement) => new Requirement(requirement));
  }

  coverage(framework: FrameworkDefinition, level: string | null | undefined): FrameworkCoverage {
    return countAssessments(asking(framework.requirements, level).map((each) => this.assessment(each)));
  }

  async result(framework: FrameworkDefinition, { scope, level }: ScopedLevelArgs): Promise<FrameworkResult> {
    const counts = await this.#counts(asking(framework.requirements, level), scope);
    return { score: frameworkScore(counts), counts: new RequirementCounts(counts) };
  }

  async sectionCounts(
    framework: FrameworkDefinition,
    section: string,
    { scope, level }: ScopedLevelArgs,
  ): Promise<RequirementCounts> {
    const members = framework.requirements.filter((requirement) => within(requirement, section));
    return new RequirementCounts(await this.#counts(asking(members, level), scope));
  }

  assessment(requirement: RequirementDefinition): Assessment {
    return assessmentOf(requirement, this.rules(requirement).length);
  }

  rules({ key }: RequirementDefinition): readonly RuleDefinition[] {
    return this.#catalogue.evidenceFor(key);
  }

  async requirementResult(
    requirement: RequirementDefinition,
    scope: ScopeInput | null | undefined,
  ): Promise<RequirementResult> {
    const results = await this.#results.in(scope);
    const ruleResults = () =>
      this.rules(requirement).map((rule) => {
        const outcome = results.of(rule.id);
        return new RuleResult(new Rule(rule), ResultCounts.from(outcome), outcome.unknownFindings);
      });
    return new RequirementResult(this.#status(requirement, results), ruleResults);
  }

  async #counts(requirements: readonly RequirementDefinition[], scope: ScopeInput | null | undefined) {
    const results = await this.#results.in(scope);
    return countStatuses(requirements.map((requirement) => this.#status(requirement, results)));
  }

  #status(requirement: RequirementDefinition, results: ScopeResults): RequirementStatus {
    const counts = this.rules(requirement).map(({ id }) => results.of(id));
    return requirementStatus(this.assessment(requirement), counts);
  }
}

function asking(requirements: readonly RequirementDefinition[], level: string | null | undefined) {
  return level ? requirements.filter(({ levels }) => levels.includes(level)) : requirements;
}
