import { typeEntry, type RecordedResource } from '@plumbline/model';
import { beginEffort, endEffort } from './effort.ts';
import { KeyTable } from './key-table.ts';
import { FoundTarget } from './found-target.ts';
import { lastOnes } from './last-ones.ts';
import type { ListingIndex } from './listing-index.ts';
import { Numbers } from './numbers.ts';
import { nonEmpty, type Missing } from './outcome.ts';
import { TypeFacets, type FacetView } from './facet-views.ts';
import type { FacetValues } from './read-facets.ts';
import type { AnyRelation, RelatedIdentity, SnapshotAccount } from './relation.ts';
import type { Targets } from './targets.ts';

export type Lookup =
  { readonly value: unknown; readonly missing: null } | { readonly value: null; readonly missing: readonly Missing[] };

/** So many targets, a power of two, stay as they were found: rules remember what they made out of one. */
const KEPT = 1024;
/** So many ids need not be looked for again: an account has some thousand managed policies, and most roles have some of them. */
const KEPT_IDS = 3000;

const NOBODY: readonly number[] = [];

export const NOTHING: Lookup = { value: [], missing: null };
const NONE: Lookup = { value: null, missing: null };

/** The targets of one relation, by key, and what could not be indexed. */
export class RelationIndex {
  /** The type of the targets. */
  readonly to: string;
  readonly #relation: AnyRelation;
  readonly #isRegional: boolean;
  readonly #facets: TypeFacets;
  readonly #view: FacetView;
  readonly #targets: Targets;
  /** `null`: targets are found by their id. */
  readonly #keys: KeyTable | null;
  /** What is kept of each target, by its number; 0: it is not in this index. */
  readonly #kept = new Numbers();
  readonly #unread = new Map<string, readonly Missing[]>();
  /** Region → what of it has targets that could not be read. */
  readonly #unreadIn = new Map<string, readonly Missing[]>();

  /** What each is summed up in, plus one, by its number; 0: nothing. */
  readonly #summaries: Numbers | null;

  /** By the last bits of their numbers. */
  readonly #found: (FoundTarget | undefined)[] = [];
  readonly #withId = lastOnes(KEPT_IDS, (id: string): readonly number[] => {
    const target = this.#targets.find(id);
    return target >= 0 && this.#kept.get(target) !== 0 ? [target] : NOBODY;
  });
  /** Region → what of it the targets' listing or facets leave open; `''`: of the whole account. */
  readonly #open = new Map<string, readonly Missing[] | null>();
  #lastSource: RelatedIdentity | null = null;
  /** At first one that nobody asks for. */
  #lastWanted: readonly string[] = [];
  #lastFound: Lookup = NONE;

  /** @param targets those of all relations to the type */
  constructor(relation: AnyRelation, targets: Targets) {
    this.to = relation.to;
    this.#relation = relation;
    this.#isRegional = typeEntry(relation.to)?.scope === 'regional';
    this.#targets = targets;
    this.#keys = relation.keys && new KeyTable();
    this.#summaries = relation.summary && new Numbers();
    this.#facets = new TypeFacets(relation.to, `${relation.to}.`);
    this.#view = this.#facets.view(relation.facets, []);
  }

  add(target: RecordedResource): void {
    this.#facets.turnTo(target);
    const { facets, missing } = this.#view;
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
    this.#open.clear();
    if (this.#relation.keys) this.#unreadIn.set(region, missing);
    else this.#unread.set(id, missing);
  }

  #take(target: RecordedResource, facets: FacetValues): void {
    const { keys, project, many } = this.#relation;
    const found = keys ? new Set(keys(facets as never, target)) : null;
    if (found?.size === 0) return;
    const kept = this.#targets.projections.add(project(facets as never));
    const number = this.#targets.add(target);
    this.#kept.set(number, kept);
    this.#sumUp(number, facets);
    if (!found) return;
    for (const key of found)
      if (many) this.#keys?.add(key, number);
      else this.#keys?.addFirst(key, number);
  }

  /** A target that cannot be summed up is kept all the same: whoever asks of it reads all of it. */
  #sumUp(target: number, facets: FacetValues): void {
    const { summary } = this.#relation;
    if (!summary || !this.#summaries) return;
    try {
      this.#summaries.set(target, 1 + summary(facets as never));
    } catch {
      this.#summaries.set(target, 0);
    }
  }

  /** The same for each rule that asks for one source, one after the other. */
  find(source: RelatedIdentity, facets: FacetValues, account: SnapshotAccount, listings: ListingIndex): Lookup {
    if (this.#lastSource === source) return this.#lastFound;
    const wanted = this.#relation.lookup(facets as never, source, account);
    // What is missing of targets that have no region is so for every source.
    if (wanted !== this.#lastWanted || this.#isRegional) this.#lastFound = this.#lookUp(wanted, source, listings);
    this.#lastWanted = wanted;
    this.#lastSource = source;
    return this.#lastFound;
  }

  #lookUp(wanted: readonly string[], source: RelatedIdentity, listings: ListingIndex): Lookup {
    const { many, to } = this.#relation;
    if (wanted.length === 0) return many ? NOTHING : NONE;
    const value: FoundTarget[] = [];
    let seen: Set<number> | null = null;
    let complete = this.#keys === null;
    for (const key of wanted) {
      const unread = this.#unread.size > 0 && this.#unread.get(key);
      if (unread) return { value: null, missing: unread };
      const targets = this.#keys ? this.#keys.find(key) : this.#withId(key);
      if (targets.length === 0) complete = false;
      for (const target of targets) {
        if (value.length > 0) {
          if (!many) break;
          // One key finds each but once.
          seen ??= wanted.length > 1 ? new Set(value.map(({ number }) => number)) : null;
          if (seen?.has(target)) continue;
        }
        seen?.add(target);
        value.push(this.#related(target, this.#keys ? null : key));
      }
    }
    if (!complete) {
      const missing = this.#incomplete(source, to, listings);
      if (missing) return { value: null, missing };
    }
    if (many) return value.length === 0 ? NOTHING : { value, missing: null };
    return value.length === 0 ? NONE : { value: value[0], missing: null };
  }

  #related(target: number, id: string | null): FoundTarget {
    if (this.#found.length === 0) this.#found.length = KEPT;
    const at = target % KEPT;
    let found = this.#found[at];
    if (found?.number !== target) {
      const summary = (this.#summaries?.get(target) ?? 0) - 1;
      found = new FoundTarget(target, id, this.#kept.get(target), summary, this.#targets);
      this.#found[at] = found;
    }
    return found;
  }

  /** Whether a target that was not found may exist all the same. */
  #incomplete(source: RelatedIdentity, to: string, listings: ListingIndex): readonly Missing[] | null {
    const region = source.region !== 'global' && this.#isRegional ? source.region : '';
    let open = this.#open.get(region);
    if (open === undefined) {
      const missing = region === '' ? listings.missing(to) : listings.missingIn(to, region);
      const unread = region === '' ? [...this.#unreadIn.values()].flat() : (this.#unreadIn.get(region) ?? []);
      open = nonEmpty([...missing, ...unread]);
      this.#open.set(region, open);
    }
    return open;
  }
}
