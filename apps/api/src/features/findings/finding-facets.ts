import { enumName } from '../../graphql/enum.ts';
import type { Facet, FacetValue } from '../../graphql/facet.ts';
import { severityOf } from '../../graphql/severity.ts';
import type { AccountService } from '../accounts/account.service.ts';
import type { Account } from '../accounts/account.type.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import { ANY } from './choice.ts';
import type { FindingCountRepository } from './finding-count.repository.ts';
import type { FindingCriteria } from './finding-criteria.ts';
import type { FindingFacetField } from './finding.enums.ts';

/** Counts findings by the values of a field, as a filter would take them. */
export class FindingFacets {
  readonly #counts: FindingCountRepository;
  readonly #accounts: AccountService;
  readonly #catalogue: RuleCatalogue;

  constructor(counts: FindingCountRepository, accounts: AccountService, catalogue: RuleCatalogue) {
    this.#counts = counts;
    this.#accounts = accounts;
    this.#catalogue = catalogue;
  }

  /** Each facet leaves its own filter out. */
  of(criteria: FindingCriteria, fields: readonly FindingFacetField[], limit: number): Promise<Facet[]> {
    return Promise.all([...new Set(fields)].map((field) => this.#facet(criteria, field, limit)));
  }

  async #facet(criteria: FindingCriteria, field: FindingFacetField, limit: number): Promise<Facet> {
    const { values, others } = await this.#counts.facet({ ...criteria, [field]: ANY }, field, limit);
    const selected = new Set<string>(criteria[field].only?.map(String));
    const shown = values.map(async ({ value, n }): Promise<FacetValue> => {
      return { ...(await this.#shown(field, value)), count: n, selected: selected.has(value) };
    });
    return { field: FILTER_FIELDS[field], values: await Promise.all(shown), otherValues: others };
  }

  /** How a value of the store is filtered by and shown. */
  async #shown(field: FindingFacetField, value: string): Promise<Pick<FacetValue, 'value' | 'label'>> {
    switch (field) {
      case 'severity':
        return { value: enumName(severityOf(Number(value))), label: severityOf(Number(value)) };
      case 'result':
        return { value: enumName(value), label: value };
      case 'account':
        return accountShown(await this.#accounts.get(value));
      case 'rule':
        return { value, label: this.#catalogue.get(value).title };
      default:
        return { value, label: value };
    }
  }
}

const FILTER_FIELDS: Readonly<Record<FindingFacetField, string>> = {
  account: 'account',
  region: 'region',
  'resource-type': 'resourceType',
  result: 'result',
  rule: 'rule',
  service: 'service',
  severity: 'severity',
};

/** By the cloud's own id, which people know. */
function accountShown({ externalId, name }: Account): Pick<FacetValue, 'value' | 'label'> {
  return { value: externalId, label: name };
}
