import { addCounts, gains, posture, scoreParts, type ScoreDimension } from '@plumbline/rules';
import { pageSize } from '../../graphql/connection.ts';
import { enumName } from '../../graphql/enum.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import type { FindingService } from '../findings/finding.service.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import type { RuleService } from '../rules/rule.service.ts';
import { ResultCounts } from '../scans/result-counts.type.ts';
import { Posture, TopAction, type ScorePart } from './posture.type.ts';
import type { RuleResultService, ScopeResults } from './rule-result.service.ts';
import type { ScopeInput } from './scope.args.ts';

export class PostureService {
  readonly #results: RuleResultService;
  readonly #catalogue: RuleCatalogue;
  readonly #rules: RuleService;
  readonly #findings: FindingService;

  constructor(
    results: RuleResultService,
    of: { readonly catalogue: RuleCatalogue; readonly rules: RuleService; readonly findings: FindingService },
  ) {
    this.#results = results;
    this.#catalogue = of.catalogue;
    this.#rules = of.rules;
    this.#findings = of.findings;
  }

  async in(scope: ScopeInput | null | undefined): Promise<Posture> {
    return this.#posture(await this.#results.in(scope));
  }

  async ofAccount(accountKey: string): Promise<Posture> {
    return this.#posture(await this.#results.inAccount(accountKey));
  }

  /** The largest loss first. */
  breakdown({ results }: Posture, by: ScoreDimension): readonly ScorePart[] {
    const parts = scoreParts(this.#ruleResults(results), by);
    return by === 'severity' ? parts.map((part) => ({ ...part, key: enumName(part.key) })) : parts;
  }

  /** The largest gain first. */
  topActions({ results }: Posture, first: number): readonly TopAction[] {
    return gains(this.#ruleResults(results))
      .slice(0, pageSize(first))
      .map((gain) => new TopAction(this.#rules.get(gain.ruleId), gain));
  }

  counts({ results }: Posture): ResultCounts {
    return ResultCounts.from(addCounts(this.#catalogue.keys.map((key) => results.of(key))));
  }

  async openFindings({ results }: Posture): Promise<SeverityCounts> {
    return SeverityCounts.sum(await Promise.all(results.accounts.map((key) => this.#findings.openOfAccount(key))));
  }

  #posture(results: ScopeResults): Posture {
    return new Posture(results, posture(this.#ruleResults(results)));
  }

  #ruleResults(results: ScopeResults) {
    return this.#catalogue.all.map((rule) => ({ rule, counts: results.of(rule.id) }));
  }
}
