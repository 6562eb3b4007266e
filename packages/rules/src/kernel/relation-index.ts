import { typeEntry, type Absence, type Listing, type RecordedResource, type SnapshotProblem } from '@plumbline/model';
import { nonEmpty, type Missing } from './outcome.ts';
import { readFacets } from './read-facets.ts';
import type { Related, AnyRelation, SnapshotAccount } from './relation.ts';

type Lookup =
  { readonly value: unknown; readonly missing: null } | { readonly value: null; readonly missing: readonly Missing[] };

/** The targets of one relation, by key, and what could not be indexed. */
export class RelationIndex {
  readonly #relation: AnyRelation;
  readonly #targets = new Map<string, Related[]>();
  readonly #unread = new Map<string, readonly Missing[]>();
  /** Region → what of it has targets that could not be read. */
  readonly #unreadIn = new Map<string, readonly Missing[]>();

  constructor(relation: AnyRelation) {
    this.#relation = relation;
  }

  add(target: RecordedResource): void {
    const { keys, facets: names, project, to } = this.#relation;
    const { facets, missing } = readFacets(target, names, `${to}.`);
    if (missing.length > 0) {
      if (keys) this.#unreadIn.set(target.region, missing);
      else this.#unread.set(target.id, missing);
      return;
    }
    const { type, id, name, region, tags } = target;
    const related: Related = { type, id, name, region, tags, facets: project(facets as never) };
    for (const key of keys ? new Set(keys(facets as never, target)) : [id]) {
      const list = this.#targets.get(key);
      if (list) list.push(related);
      else this.#targets.set(key, [related]);
    }
  }

  find(
    source: RecordedResource,
    facets: Record<string, unknown>,
    account: SnapshotAccount,
    listings: ListingIndex,
  ): Lookup {
    const { lookup, keys, many, to } = this.#relation;
    const found = new Set<Related>();
    const wanted = lookup(facets as never, source, account);
    let complete = keys === null || wanted.length === 0;
    for (const key of wanted) {
      const unread = this.#unread.get(key);
      if (unread) return { value: null, missing: unread };
      const targets = this.#targets.get(key);
      if (!targets) complete = false;
      else for (const target of targets) found.add(target);
    }
    if (!complete) {
      const missing = this.#incomplete(source, to, listings);
      if (missing) return { value: null, missing };
    }
    const [first = null] = found;
    return { value: many ? [...found] : first, missing: null };
  }

  /** Whether a target that was not found may exist all the same. */
  #incomplete(source: RecordedResource, to: string, listings: ListingIndex): readonly Missing[] | null {
    const local = typeEntry(to)?.scope === 'regional' && source.region !== 'global';
    const missing = local ? listings.missingIn(to, source.region) : listings.missing(to);
    const unread = local ? (this.#unreadIn.get(source.region) ?? []) : [...this.#unreadIn.values()].flat();
    return nonEmpty([...missing, ...unread]);
  }
}

/** Which listings of a snapshot are complete. */
export class ListingIndex {
  readonly #listings = new Map<string, Listing>();
  readonly #regions: readonly string[];
  /** Set when anything may be missing from the snapshot. */
  #doubt: Absence | null = null;

  constructor(regions: readonly string[]) {
    this.#regions = regions;
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
