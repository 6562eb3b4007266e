import { asked } from '../../graphql/filters.ts';
import { rankOf } from '../../graphql/severity.ts';
import type { AccountService } from '../accounts/account.service.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import { choiceOf } from './choice.ts';
import { evidenceRules } from './evidence-rules.ts';
import type { FindingExclusion, FindingFilter } from './finding-filter.args.ts';
import type { FindingCriteria } from './finding-criteria.ts';
import { rowConditions } from './row-conditions.ts';

/** What criteria are made with: the names of accounts and rules, and the time to count ages from. */
export interface Names {
  readonly accounts: AccountService;
  readonly catalogue: RuleCatalogue;
  readonly now: Date;
}

/** Filters that must all hold, in the store's terms. Where none of them names a result, only what fails. */
export async function criteriaOf(filters: readonly FindingFilter[], names: Names): Promise<FindingCriteria> {
  const { accounts, catalogue } = names;
  const exclusions = filters.flatMap(({ not }) => not ?? []);
  const [limits, excepts] = await Promise.all(
    [filters, exclusions].map((all) => Promise.all(all.map(({ account }) => accounts.keysOf(account)))),
  );
  const namesResult =
    [...filters, ...exclusions].some(({ result }) => result !== undefined && result !== null) ||
    filters.some(({ delta }) => delta?.includes('resolved'));
  const choice = <T>(values: (traits: FindingExclusion) => readonly T[] | null | undefined) =>
    choiceOf(
      filters.map((filter) => asked(values(filter))),
      exclusions.flatMap((exclusion) => values(exclusion) ?? []),
    );
  return {
    account: choiceOf(limits ?? [], [...(excepts ?? []).flatMap((keys) => keys ?? []), ...(await accounts.removed())]),
    region: choice(({ region }) => region),
    service: choice(({ service }) => service),
    'resource-type': choice(({ resourceType }) => resourceType),
    rule: choiceOf(
      filters.map(({ rule }) => asked(rule) && catalogue.matching(rule ?? [])),
      exclusions.flatMap(({ rule }) => catalogue.matching(rule ?? [])),
    ),
    severity: choice(({ severity }) => severity?.map(rankOf)),
    result: namesResult ? choice(({ result }) => result) : choiceOf([['fail']], []),
    rules: evidenceRules(filters, exclusions, catalogue),
    rows: rowConditions(filters, exclusions, names),
  };
}

/** Criteria that no finding meets. */
export async function noFindings(names: Names): Promise<FindingCriteria> {
  return { ...(await criteriaOf([], names)), rules: [] };
}
