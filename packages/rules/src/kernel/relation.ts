import type { FacetName, FacetsOf, ResourceIdentity, ResourceType } from '@plumbline/model';
import type { NotRead } from './outcome.ts';

/** Who a resource is, without what people write at it. */
export type RelatedIdentity = Omit<ResourceIdentity, 'tags'>;

/** A related resource: who it is, and the part of its facets that the relation keeps. */
export interface Related<Facets = unknown> extends RelatedIdentity {
  /** Read when they are asked for. */
  readonly facets: Facets;
  /** What the relation sums the target up in, if it does and could. */
  readonly summary?: number | null;
}

/**
 * How resources of one type find resources of another. The engine indexes the targets in its first pass and keeps of them only
 * what `project` keeps. Where a target could be missing from the index because it could not be listed or read, rules that need
 * the relation are unknown.
 */
export interface Relation<From extends ResourceType = ResourceType, Value = unknown> {
  readonly to: ResourceType;
  /** Facets of the target that are read. */
  readonly facets: readonly string[];
  /** Facets of the source that `lookup` reads. */
  readonly reads: readonly string[];
  readonly many: boolean;
  /** True: the rule is called all the same, and is handed `NotRead` in the value's place. */
  readonly optional: boolean;
  /** Relations with the same source of targets share one index: `optional(…)` makes no new one. */
  readonly index: object;
  /** `null`: targets are found by their id. */
  readonly keys: ((facets: never, target: ResourceIdentity) => readonly string[]) | null;
  readonly lookup: (facets: never, source: RelatedIdentity, account: SnapshotAccount) => readonly string[];
  /** The relation whose targets look it up in the place of the source. */
  readonly via: AnyRelation | null;
  /** Gives what JSON can hold. */
  readonly project: (facets: never) => unknown;
  readonly summary: ((facets: never) => number) | null;
  /** Only for the type checker. */
  readonly value?: (from: From) => Value;
}

/** The account that a snapshot is of. */
export interface SnapshotAccount {
  /** The cloud's own id. */
  readonly id: string;
  readonly partition: string;
  /** The regions that were read. */
  readonly regions: readonly string[];
}

interface RelationDefinition<
  From extends ResourceType,
  Reads extends FacetName<From>,
  To extends ResourceType,
  Facets extends FacetName<To>,
  Kept,
> {
  readonly from?: From;
  /** Facets of the source that `lookup` reads. */
  readonly reads?: readonly Reads[];
  readonly to: To;
  /** Facets of the target that `keys` and `project` read. */
  readonly facets: readonly Facets[];
  /** What a target is found by; its id when left out. */
  readonly keys?: (facets: Pick<FacetsOf<To>, Facets>, target: ResourceIdentity) => readonly string[];
  /** What a source looks for. The very same list as the time before finds the same. */
  readonly lookup: (
    facets: Pick<FacetsOf<From>, Reads>,
    source: RelatedIdentity,
    account: SnapshotAccount,
  ) => readonly string[];
  /** The part of the target that rules read, in the shape it has there, so that evidence can point into it. */
  readonly project?: (facets: Pick<FacetsOf<To>, Facets>) => Kept;
  /** What most sources need to know of a target, as a whole number from 0 to 2³⁰: told without reading what is kept of it. */
  readonly summary?: (facets: Pick<FacetsOf<To>, Facets>) => number;
}

/** Every target that a source's keys find, each once. */
export function relationToMany<
  From extends ResourceType,
  To extends ResourceType,
  Facets extends FacetName<To>,
  Reads extends FacetName<From> = never,
  Kept = Pick<FacetsOf<To>, Facets>,
>(definition: RelationDefinition<From, Reads, To, Facets, Kept>): Relation<From, readonly Related<Kept>[]> {
  return relation(definition, true);
}

/** The first target that a source's keys find; `null` when there is none. */
export function relationToOne<
  From extends ResourceType,
  To extends ResourceType,
  Facets extends FacetName<To>,
  Reads extends FacetName<From> = never,
  Kept = Pick<FacetsOf<To>, Facets>,
>(definition: RelationDefinition<From, Reads, To, Facets, Kept>): Relation<From, Related<Kept> | null> {
  return relation(definition, false);
}

function relation<
  From extends ResourceType,
  Reads extends FacetName<From>,
  To extends ResourceType,
  Facets extends FacetName<To>,
  Kept,
  Value,
>(definition: RelationDefinition<From, Reads, To, Facets, Kept>, many: boolean): Relation<From, Value> {
  const { to, facets, reads = [], keys = null, lookup, summary = null } = definition;
  const { project = (read: unknown) => read } = definition;
  return { to, facets, reads, many, optional: false, index: {}, keys, lookup, via: null, project, summary };
}

/** Facets of the account's own resource. */
export function account<Facets extends FacetName<'AWS::Account'>>(
  ...facets: readonly Facets[]
): Relation<ResourceType, Related<Pick<FacetsOf<'AWS::Account'>, Facets>> | null> {
  let last: { readonly of: SnapshotAccount; readonly ids: readonly string[] } | null = null;
  return relationToOne<ResourceType, 'AWS::Account', Facets>({
    to: 'AWS::Account',
    facets,
    // The same list for each source, so that it is looked for once.
    lookup: (_facets, _source, account) => {
      if (last?.of !== account) last = { of: account, ids: [`arn:${account.partition}:iam::${account.id}:root`] };
      return last.ids;
    },
  });
}

/**
 * What the target of one relation is related to by another: the policies of the role of an instance. None where there is no such target.
 * @param second a relation to many, that reads what the first keeps
 */
export function through<
  From extends ResourceType,
  Middle extends ResourceType,
  Facets,
  Value extends readonly unknown[],
>(first: Relation<From, Related<Facets> | null>, second: Relation<Middle, Value>): Relation<From, Value> {
  const { to, facets, many, optional, index, keys, lookup, project, summary } = second;
  return { to, facets, reads: first.reads, many, optional, index, keys, lookup, via: first, project, summary };
}

/** The relation for a rule that can often do without it: it is handed `NotRead` where the engine would have answered unknown. */
export function optional<From extends ResourceType, Value>(
  relation: Relation<From, Value>,
): Relation<From, Value | NotRead> {
  return { ...relation, optional: true };
}

/** Any relation, from whatever type. */
export type AnyRelation = Relation<never>;

export type Needs<From extends ResourceType> = Readonly<Record<string, Relation<From>>>;

/** What a rule is handed for the relations it needs. */
export type RelatedBy<Declared> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Relation<infer _From, infer Value> ? Value : never;
};
