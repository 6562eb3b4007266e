import type { RemediationTarget } from '@plumbline/rules';
import type { AccountService } from '../accounts/account.service.ts';
import type { ResourceService } from '../resources/resource.service.ts';
import type { Audit } from '../rules/audit.type.ts';
import type { Remediation } from '../rules/remediation.type.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import { auditFor } from '../rules/rule-audit.ts';
import { localIdOf, remediationFor } from '../rules/rule-remediation.ts';
import type { Finding } from './finding.type.ts';

/** Writes what a rule says about fixing and looking by hand for the resource of a finding. */
export class FindingRemediation {
  readonly #catalogue: RuleCatalogue;
  readonly #accounts: AccountService;
  readonly #resources: ResourceService;

  constructor(catalogue: RuleCatalogue, accounts: AccountService, resources: ResourceService) {
    this.#catalogue = catalogue;
    this.#accounts = accounts;
    this.#resources = resources;
  }

  async of(finding: Finding): Promise<Remediation> {
    return remediationFor(this.#catalogue.get(finding.ruleKey), await this.#target(finding));
  }

  async audit(finding: Finding): Promise<Audit> {
    return auditFor(this.#catalogue.get(finding.ruleKey), await this.#target(finding));
  }

  async #target({ accountKey, resourceKey, evidenceItems }: Finding): Promise<RemediationTarget> {
    const [account, resource] = await Promise.all([this.#accounts.get(accountKey), this.#resources.get(resourceKey)]);
    return {
      id: resource.externalId,
      localId: localIdOf(resource.externalId),
      name: resource.name,
      region: resource.region,
      account: account.externalId,
      partition: account.partition,
      evidence: evidenceItems,
    };
  }
}
