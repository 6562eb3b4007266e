import { createHash } from 'node:crypto';
import { collectedFrom } from '@plumbline/rules';
import DataLoader from 'dataloader';
import { storableJson } from '../../scan/storable.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import type { Content, EvidenceRepository, Moment } from './evidence.repository.ts';
import { Evidence, EvidenceItem } from './evidence.type.ts';
import type { Finding } from './finding.type.ts';

export class EvidenceService {
  readonly #catalogue: RuleCatalogue;
  readonly #contents: DataLoader<Moment, Content, string>;

  constructor(repository: EvidenceRepository, catalogue: RuleCatalogue) {
    this.#catalogue = catalogue;
    this.#contents = new DataLoader((moments) => repository.contents(moments), {
      cacheKeyFn: ({ resourceKey, at }) => `${resourceKey} ${at.toISOString()}`,
    });
  }

  /** What led to a finding: the resource as it was when the finding was last evaluated. */
  async of({ resourceKey, lastSeenAt, ruleKey, evidenceItems, accountKey }: Finding): Promise<Evidence> {
    const { config, read_at } = await this.#contents.load({ resourceKey, at: lastSeenAt });
    return {
      items: evidenceItems.map((item) => new EvidenceItem(item, accountKey)),
      snapshot: config,
      sha256: createHash('sha256').update(storableJson(config)).digest('hex'),
      collectedFrom: collectedFrom(this.#catalogue.get(ruleKey)),
      collectedAt: read_at,
    };
  }
}
