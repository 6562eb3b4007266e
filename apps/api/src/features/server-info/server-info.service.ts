import { LIMITS } from '../../graphql/limits.ts';
import { VERSION } from '../../version.ts';
import type { AccountService } from '../accounts/account.service.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import type { ServerInfo, ServiceInfo } from './server-info.type.ts';

/** Goes up with every change that could break a client. */
const SCHEMA_VERSION = '1';

const SERVICE_NAMES: Readonly<Record<string, string>> = {
  account: 'AWS account',
  ec2: 'Amazon EC2',
  iam: 'AWS IAM',
  s3: 'Amazon S3',
};

export class ServerInfoService {
  readonly #accounts: AccountService;
  readonly #catalogue: RuleCatalogue;
  readonly #snapshotDirectory: string;

  constructor(accounts: AccountService, catalogue: RuleCatalogue, snapshotDirectory: string) {
    this.#accounts = accounts;
    this.#catalogue = catalogue;
    this.#snapshotDirectory = snapshotDirectory;
  }

  async read(): Promise<ServerInfo> {
    const accounts = await this.#accounts.all();
    const { maxDepth, maxCost, maxPageSize, maxAliases } = LIMITS;
    return {
      version: VERSION,
      schemaVersion: SCHEMA_VERSION,
      demo: accounts.some((account) => account.connection.method === 'DEMO'),
      ruleCount: this.#catalogue.all.length,
      services: this.#catalogue.services().map((slug) => this.#service(slug)),
      limits: { maxDepth, maxCost, maxPageSize, maxAliases },
      snapshotDirectory: this.#snapshotDirectory,
    };
  }

  #service(slug: string): ServiceInfo {
    const ruleCount = this.#catalogue.all.filter((rule) => rule.service === slug).length;
    return { slug, name: SERVICE_NAMES[slug] ?? slug, provider: 'aws', ruleCount };
  }
}
