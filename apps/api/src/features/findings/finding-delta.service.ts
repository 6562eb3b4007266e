import type DataLoader from 'dataloader';
import { keyOf } from '../../graphql/global-id.ts';
import { loaderOf } from '../../graphql/loader.ts';
import { deltaOf } from './event-conditions.repository.ts';
import type { FindingDeltaRepository } from './finding-delta.repository.ts';
import type { FindingDelta } from './finding.enums.ts';

/** What became of findings since the scan before. */
export class FindingDeltas {
  readonly #byKey: DataLoader<string, FindingDelta | null>;

  constructor(repository: FindingDeltaRepository) {
    this.#byKey = loaderOf(
      (keys) => repository.newestEvents(keys),
      (row) => row.id,
      (row) => deltaOf(row.kind),
    );
  }

  /** @param id of the finding, in the API */
  async of(id: string): Promise<FindingDelta> {
    const key = keyOf('finding', id);
    return (key === null ? null : await this.#byKey.load(key)) ?? deltaOf(null);
  }
}
