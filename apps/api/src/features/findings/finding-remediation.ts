import type { AccountService } from '../accounts/account.service.ts';
import type { ResourceService } from '../resources/resource.service.ts';
import type { Remediation } from '../rules/remediation.type.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import { localIdOf, remediationFor } from '../rules/rule-remediation.ts';
import type { Finding } from './finding.type.ts';

/** Writes a rule's remediation for the resource of a finding. */
export class FindingRemediation {
  readonly #catalogue: RuleCatalogue;
  readonly #accounts: AccountService;
  readonly #resources: ResourceService;

  constructor(catalogue: RuleCatalogue, accounts: AccountService, resources: ResourceService) {
    this.#catalogue = catalogue;
    this.#accounts = accounts;
    this.#resources = resources;
  }

  async of({ ruleKey, accountKey, resourceKey, evidenceItems }: Finding): Promise<Remediation> {
    const [account, resource] = await Promise.all([this.#accounts.get(accountKey), this.#resources.get(resourceKey)]);
    return remediationFor(this.#catalogue.get(ruleKey), {
      id: resource.externalId,
      localId: localIdOf(resource.externalId),
      name: resource.name,
      region: resource.region,
      account: account.externalId,
      partition: account.partition,
      evidence: evidenceItems,
    });
  }
}
