import type { RecordedResource } from '@plumbline/model';
import { account, bucket, notCollected } from '@plumbline/model/testing';
import { snapshotText } from '../scans.ts';
import type { Random } from './random.ts';

type State = 'open' | 'blocked' | 'unread';

/** An account of buckets that changes from scan to scan. */
export class Cloud {
  readonly #random: Random;
  readonly #buckets = new Map<string, { readonly state: State; readonly version: number }>();
  #made = 0;
  #isListed = true;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Adds buckets, changes a tenth of them, and removes some. Now and then their listing is not complete. */
  change(added: number): void {
    for (const [name, { version }] of this.#buckets) {
      const fate = this.#random.below(100);
      if (fate < 3) this.#buckets.delete(name);
      else if (fate < 13) this.#buckets.set(name, { state: this.#anyState(), version: version + 1 });
    }
    for (let left = added; left > 0; left--)
      this.#buckets.set(`acme-${this.#made++}`, { state: this.#anyState(), version: 0 });
    this.#isListed = this.#random.below(4) > 0;
  }

  #anyState(): State {
    return this.#random.oneOf(['open', 'blocked', 'blocked', 'unread']);
  }

  snapshot(): string {
    const denied = notCollected('s3:ListAllMyBuckets').notCollected;
    const listing = { type: 'AWS::S3::Bucket', region: 'global' };
    return snapshotText({
      resources: [account({ s3PublicAccessBlock: null }), ...this.#resources()],
      listings: [
        this.#isListed ? { ...listing, complete: true } : { ...listing, complete: false, notCollected: denied },
        { type: 'AWS::Account', region: 'global', complete: true },
      ],
    });
  }

  #resources(): readonly RecordedResource[] {
    return [...this.#buckets].map(([name, { state, version }]) =>
      bucket({ name, tags: { version: String(version) }, ...BLOCKS[state] }),
    );
  }
}

const BLOCKS = {
  open: { publicAccessBlock: null },
  blocked: {},
  unread: { publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock') },
} as const;
