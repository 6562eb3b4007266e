import { typeEntry, type RecordedResource } from '@plumbline/model';
import { beginEffort, endEffort } from './effort.ts';
import type { ListingIndex } from './listing-index.ts';
import { nonEmpty, type Missing } from './outcome.ts';
import { facetReader, type FacetReader, type FacetValues } from './read-facets.ts';
import type { AnyRelation, Related, RelatedIdentity, SnapshotAccount } from './relation.ts';

export type Lookup =
  { readonly value: unknown; readonly missing: null } | { readonly value: null; readonly missing: readonly Missing[] };

/** The targets of one relation, by key, and what could not be indexed. */
export class RelationIndex {
  /** The type of the targets. */
  readonly to: string;
  readonly #relation: AnyRelation;
  readonly #read: FacetReader;
  /** By key; most keys have one target. */
  readonly #targets = new Map<string, Related | Related[]>();
  readonly #unread = new Map<string, readonly Missing[]>();
  /** Region → what of it has targets that could not be read. */
  readonly #unreadIn = new Map<string, readonly Missing[]>();

  #last: { readonly source: RelatedIdentity; readonly found: Lookup } | null = null;

  constructor(relation: AnyRelation) {
    this.to = relation.to;
    this.#relation = relation;
    this.#read = facetReader(relation.to, relation.facets, `${relation.to}.`);
  }

  add(target: RecordedResource): void {
    const facets: FacetValues = {};
    const missing = this.#read(target, facets);
    if (missing) return this.#leaveOut(target, missing);
    beginEffort();
    try {
      this.#take(target, facets);
    } catch {
      const { to, facets: names } = this.#relation;
      const message = `The recording has a ${to} whose ${names.join(' and ')} cannot be understood.`;
      this.#leaveOut(target, [{ fact: `${to}.${names[0]}`, reason: 'MALFORMED', message }]);
    } finally {
      endEffort();
    }
  }

  #leaveOut({ id, region }: RecordedResource, missing: readonly Missing[]): void {
    if (this.#relation.keys) this.#unreadIn.set(region, missing);
    else this.#unread.set(id, missing);
  }

  #take(target: RecordedResource, facets: FacetValues): void {
    const { keys, project, to } = this.#relation;
    const { id, name, region } = target;
    const found = keys ? keys(facets as never, target) : [id];
    if (found.length === 0) return;
    const related: Related = { type: to, id, name, region, facets: project(facets as never) };
    for (const key of found.length === 1 ? found : new Set(found)) this.#put(key, related);
  }

  #put(key: string, related: Related): void {
    const before = this.#targets.get(key);
    if (before === undefined) this.#targets.set(key, related);
    // The first is all that is asked for.
    else if (!this.#relation.many) return;
    else if (Array.isArray(before)) before.push(related);
    else this.#targets.set(key, [before, related]);
  }

  /** The same for each rule that asks for one source, one after the other. */
  find(source: RelatedIdentity, facets: FacetValues, account: SnapshotAccount, listings: ListingIndex): Lookup {
    if (this.#last?.source !== source) this.#last = { source, found: this.#lookUp(source, facets, account, listings) };
    return this.#last.found;
  }

  #lookUp(source: RelatedIdentity, facets: FacetValues, account: SnapshotAccount, listings: ListingIndex): Lookup {
    const { lookup, keys, many, to } = this.#relation;
    const wanted = lookup(facets as never, source, account);
    if (wanted.length === 0) return many ? NOTHING : NONE;
    const found: (Related | Related[])[] = [];
    let complete = keys === null;
    for (const key of wanted) {
      const unread = this.#unread.get(key);
      if (unread) return { value: null, missing: unread };
      const targets = this.#targets.get(key);
      if (targets === undefined) complete = false;
      else found.push(targets);
    }
    if (!complete) {
      const missing = this.#incomplete(source, to, listings);
      if (missing) return { value: null, missing };
    }
    if (many) return { value: eachOnce(found), missing: null };
    const [first = null] = found;
    return { value: Array.isArray(first) ? first[0] : first, missing: null };
  }

  /** Whether a target that was not found may exist all the same. */
  #incomplete(source: RelatedIdentity, to: string, listings: ListingIndex): readonly Missing[] | null {
    const local = typeEntry(to)?.scope === 'regional' && source.region !== 'global';
    const missing = local ? listings.missingIn(to, source.region) : listings.missing(to);
    const unread = local ? (this.#unreadIn.get(source.region) ?? []) : [...this.#unreadIn.values()].flat();
    return nonEmpty([...missing, ...unread]);
  }
}

function eachOnce(found: readonly (Related | Related[])[]): readonly Related[] {
  const [only] = found;
  if (found.length === 1 && only) return Array.isArray(only) ? only : [only];
  return [...new Set(found.flat())];
}

export const NOTHING: Lookup = { value: [], missing: null };
const NONE: Lookup = { value: null, missing: null };
