import { typeEntry, type Absence, type Listing, type SnapshotProblem, type SnapshotRecord } from '@plumbline/model';
import type { Missing } from './outcome.ts';

/** Which listings of a snapshot are complete. */
export class ListingIndex {
  readonly #listings = new Map<string, Listing>();
  readonly #regions: readonly string[];
  /** Set when anything may be missing from the snapshot. */
  #doubt: Absence | null = null;

  constructor(regions: readonly string[]) {
    this.#regions = regions;
  }

  /** Takes what a snapshot says beside its resources; problems are also told. */
  take(record: Exclude<SnapshotRecord, { kind: 'resource' }>, sink: { problem(problem: SnapshotProblem): void }): void {
    if (record.kind === 'listing') return this.add(record.listing);
    sink.problem(record.problem);
    this.doubt(record.problem);
  }

  /** Of two lines about one listing, the one that is not complete counts. */
  add(listing: Listing): void {
    const key = `${listing.type} ${listing.region}`;
    if (this.#listings.get(key)?.complete !== false) this.#listings.set(key, listing);
  }

  /** Types and regions whose listing is complete: what is not in them does not exist. */
  complete(): readonly Listing[] {
    return this.#doubt ? [] : [...this.#listings.values()].filter((listing) => listing.complete);
  }

  /** Takes in what a line that could not be used may have left out. */
  doubt({ line, message, doubts }: SnapshotProblem): void {
    if (doubts === 'nothing') return;
    const notCollected: Absence = { reason: 'MALFORMED', message: `line ${line}: ${message}` };
    if (doubts === 'everything') this.#doubt ??= notCollected;
    else
      for (const region of doubts.region === undefined
        ? this.regionsOf(doubts.type)
        : [this.#listedUnder(doubts.type, doubts.region)])
        this.add({ type: doubts.type, region, complete: false, notCollected });
  }

  #listedUnder(type: string, region: string): string {
    return typeEntry(type)?.scope === 'global' ? 'global' : region;
  }

  /** What is missing of a type's listing in one region. */
  missingIn(type: string, region: string): readonly Missing[] {
    const listing = this.#listings.get(`${type} ${region}`);
    const action = typeEntry(type)?.listing.action;
    if (listing?.complete) return this.#doubt ? [{ fact: `${type} in ${region}`, ...this.#doubt }] : [];
    const absence = listing
      ? (listing.notCollected ?? { reason: 'NOT_RECORDED' as const, message: 'The listing was not finished.' })
      : { reason: 'NOT_RECORDED' as const, message: 'The recording does not have it.' };
    return [{ fact: `${type} in ${region}`, action, ...absence }];
  }

  /** What is missing of a type's listings anywhere in the account. */
  missing(type: string): readonly Missing[] {
    return this.regionsOf(type).flatMap((region) => this.missingIn(type, region));
  }

  /** The regions under which a type is listed. */
  regionsOf(type: string): readonly string[] {
    return typeEntry(type)?.scope === 'global' ? ['global'] : this.#regions;
  }
}
