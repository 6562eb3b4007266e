import type { RecordedResource } from '@plumbline/model';
import type { Rule } from './define-rule.ts';
import type { EvaluationWorld } from './evaluate.ts';
import type { Missing } from './outcome.ts';
import type { FacetValues } from './read-facets.ts';
import { NOTHING, type Lookup } from './relation-index.ts';
import type { AnyRelation, Related, RelatedIdentity } from './relation.ts';

/** What rules of one type are told beside their facets. Rules that need the same share it, and have it made once for a resource. */
export class RuleContexts {
  readonly #world: EvaluationWorld;
  readonly #shared: RuleContext[] = [];
  readonly #all: RuleContext[] = [];

  constructor(world: EvaluationWorld) {
    this.#world = world;
  }

  of(rule: Rule): RuleContext {
    const hasParameters = Object.keys(rule.parameters).length > 0;
    const known = hasParameters ? undefined : this.#shared.find((context) => context.suits(rule));
    if (known) return known;
    const context = new RuleContext(rule, this.#world);
    this.#all.push(context);
    if (!hasParameters) this.#shared.push(context);
    return context;
  }

  turnTo(resource: RecordedResource): void {
    for (const context of this.#all) context.turnTo(resource);
  }
}

/** What is told of one resource after the other. */
export class RuleContext {
  /** What is missing of what the resource is related to; `null`: nothing is. */
  missing: readonly Missing[] | null = null;
  readonly #world: EvaluationWorld;
  readonly #needs: Rule['needs'];
  readonly #relations: readonly Needed[];
  readonly #parameters: Readonly<Record<string, unknown>>;
  #resource: RecordedResource | null = null;
  #made: FacetValues | null = null;
  /** What looking for relations threw. */
  #thrown: { readonly error: unknown } | null = null;

  constructor(rule: Rule, world: EvaluationWorld) {
    this.#world = world;
    this.#needs = rule.needs;
    this.#relations = (Object.entries(rule.needs) as [string, AnyRelation][]).map(([name, relation]) => ({
      name,
      isOptional: relation.optional,
      find: finder(relation, world),
    }));
    this.#parameters = parameterValues(rule, world);
  }

  /** Whether a rule without parameters is told the same. */
  suits({ needs }: Rule): boolean {
    const names = Object.keys(needs);
    return (
      names.length === this.#relations.length &&
      names.every((name) => Object.hasOwn(this.#needs, name) && this.#needs[name] === needs[name])
    );
  }

  turnTo(resource: RecordedResource): void {
    this.#resource = resource;
    this.#made = null;
    this.#thrown = null;
    this.missing = null;
  }

  /**
   * Made for the first rule that asks, as it takes facets to look for relations.
   * @returns what the rule is told, unless something is `missing`
   * @throws what the relation did
   */
  told(facets: FacetValues): FacetValues {
    if (this.#thrown) throw this.#thrown.error;
    if (this.#made) return this.#made;
    const { account: snapshot, now } = this.#world;
    const made: FacetValues = { resource: this.#resource, snapshot, now, parameters: this.#parameters };
    if (this.#relations.length > 0) this.#relate(facets, made);
    this.#made = made;
    return made;
  }

  #relate(facets: FacetValues, into: FacetValues): void {
    const resource = this.#resource;
    if (!resource) return;
    try {
      for (const { name, isOptional, find } of this.#relations) {
        const found = find(resource, facets);
        if (!found.missing) into[name] = found.value;
        else if (isOptional) into[name] = { notCollected: found.missing[0] };
        else this.#miss(found.missing);
      }
    } catch (error) {
      this.#thrown = { error };
      throw error;
    }
  }

  /** Of two relations by way of one resource, both miss what it does. */
  #miss(missing: readonly Missing[]): void {
    const before = this.missing ?? [];
    this.missing = [...before, ...missing.filter(({ fact }) => !before.some((each) => each.fact === fact))];
  }
}

interface Needed {
  readonly name: string;
  readonly isOptional: boolean;
  readonly find: Find;
}

type Find = (source: RelatedIdentity, facets: FacetValues) => Lookup;

function finder(relation: AnyRelation, world: EvaluationWorld): Find {
  const { relations, account, listings } = world;
  const index = relations.get(relation.index);
  if (!index) throw new Error(`a relation to ${relation.to} was not indexed`);
  const direct: Find = (source, facets) => index.find(source, facets, account, listings);
  if (!relation.via) return direct;
  const findMiddle = finder(relation.via, world);
  return (source, facets) => {
    const found = findMiddle(source, facets);
    if (found.missing) return found;
    const middle = found.value as Related<FacetValues> | null;
    return middle ? direct(middle, middle.facets) : NOTHING;
  };
}

const NO_PARAMETERS = Object.freeze({});

function parameterValues(rule: Rule, world: EvaluationWorld): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const name in rule.parameters) values[name] = rule.parameters[name]?.default;
  Object.assign(values, world.parameters[rule.id]);
  return Object.keys(values).length > 0 ? values : NO_PARAMETERS;
}
