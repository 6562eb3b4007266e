import type { RecordedResource } from '@plumbline/model';
import type { Rule } from './define-rule.ts';
import { beginEffort, endEffort } from './effort.ts';
import { readPointer } from './json-pointer.ts';
import type { ListingIndex } from './listing-index.ts';
import { oneLine } from './one-line.ts';
import type { Evaluated, Evidence, EvidenceItem, Missing, NonEmpty, Outcome } from './outcome.ts';
import { facetReader, type FacetValues } from './read-facets.ts';
import { NOTHING, type Lookup, type RelationIndex } from './relation-index.ts';
import type { AnyRelation, Related, RelatedIdentity, SnapshotAccount } from './relation.ts';

/** What the first pass over a snapshot left for the second. */
export interface EvaluationWorld {
  readonly account: SnapshotAccount;
  readonly now: Date;
  readonly listings: ListingIndex;
  /** By the relations' `index`. */
  readonly relations: ReadonlyMap<object, RelationIndex>;
  /** Values that users set, by rule id. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * One rule, ready for one resource of its type after the other. Never throws on a resource: what the rule throws becomes unknown,
 * with the reason `RULE_FAULT`.
 */
export function evaluator(rule: Rule, world: EvaluationWorld): (resource: RecordedResource) => Evaluated {
  const readRequired = facetReader(rule.resource, requiredFacets(rule));
  const readPerhaps = rule.mayRead.length > 0 ? facetReader(rule.resource, rule.mayRead) : null;
  const relate = relater(rule, world);
  const { account: snapshot, now } = world;
  const parameters = parameterValues(rule, world);
  return (resource) => {
    const facets: FacetValues = {};
    const missing = readRequired(resource, facets);
    if (missing) return unknown(missing);
    const unread = readPerhaps?.(resource, facets);
    beginEffort();
    try {
      const context: Record<string, unknown> = { resource, snapshot, now, parameters };
      const unrelated = relate?.(resource, facets, context);
      if (unrelated) return unknown(unrelated);
      const handed = unread ? { ...facets, ...inTheirPlace(unread) } : facets;
      return settle(rule, facets, rule.evaluate(handed as never, context as never));
    } catch (error) {
      const why = error instanceof Error ? error.message : 'it threw what is no error';
      return unknown([{ fact: rule.id, reason: 'RULE_FAULT', message: `The rule failed on this resource: ${why}` }]);
    } finally {
      endEffort();
    }
  };
}

function inTheirPlace(missing: readonly Missing[]): Record<string, unknown> {
  return Object.fromEntries(missing.map((notCollected) => [notCollected.fact, { notCollected }]));
}

/** The facets a rule asks for: those it must and may read, and those that lead to what it is related to. */
export function askedFacets(rule: Rule): readonly string[] {
  return [...new Set([...requiredFacets(rule), ...rule.mayRead])];
}

/** The facets without which a rule has no answer. */
function requiredFacets(rule: Rule): readonly string[] {
  const relations: readonly AnyRelation[] = Object.values(rule.needs);
  return [...new Set([...rule.reads, ...relations.flatMap((relation) => relation.reads)])];
}

/** Puts what a resource is related to into `into`, and tells what of it is missing; `null`: nothing is. */
type Relate = (resource: RecordedResource, facets: FacetValues, into: FacetValues) => readonly Missing[] | null;

function relater(rule: Rule, world: EvaluationWorld): Relate | null {
  const needs = (Object.entries(rule.needs) as [string, AnyRelation][]).map(([name, relation]) => ({
    name,
    isOptional: relation.optional,
    find: finder(relation, world),
  }));
  if (needs.length === 0) return null;
  return (resource, facets, into) => {
    const missing: Missing[] = [];
    for (const { name, isOptional, find } of needs) {
      const found = find(resource, facets);
      if (!found.missing) into[name] = found.value;
      else if (isOptional) into[name] = { notCollected: found.missing[0] };
      // Of two relations by way of one resource, both miss what it does.
      else missing.push(...found.missing.filter(({ fact }) => !missing.some((each) => each.fact === fact)));
    }
    return missing.length > 0 ? missing : null;
  };
}

function finder(
  relation: AnyRelation,
  world: EvaluationWorld,
): (source: RelatedIdentity, facets: FacetValues) => Lookup {
  const { relations, account, listings } = world;
  const index = relations.get(relation.index);
  if (!index) throw new Error(`a relation to ${relation.to} was not indexed`);
  const direct = (source: RelatedIdentity, facets: FacetValues) => index.find(source, facets, account, listings);
  if (!relation.via) return direct;
  const findMiddle = finder(relation.via, world);
  return (source, facets) => {
    const found = findMiddle(source, facets);
    if (found.missing) return found;
    const middle = found.value as Related<FacetValues> | null;
    return middle ? direct(middle, middle.facets) : NOTHING;
  };
}

function parameterValues(rule: Rule, world: EvaluationWorld): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name in rule.parameters) values[name] = rule.parameters[name]?.default;
  return Object.assign(values, world.parameters[rule.id]);
}

/** So much evidence is told of one failure; whoever mends that much looks at the whole anyway. */
const MOST_EVIDENCE = 100;

/** What a rule says, in due form: it may be a user's, and its words may hold what stood in a recording. */
function settle(rule: Rule, facets: FacetValues, outcome: Outcome): Evaluated {
  switch (outcome.status) {
    case 'pass':
      return outcome;
    case 'not-applicable':
      return { status: 'not-applicable', because: oneLine(outcome.because) };
    case 'unknown':
      return unknown(outcome.missing);
    case 'fail': {
      const { message, severity, evidence } = outcome;
      const told = evidence.slice(0, MOST_EVIDENCE).map((item) => readEvidence(item, facets));
      return {
        status: 'fail',
        message: oneLine(message),
        severity: severity?.is ?? rule.severity,
        severityReason: severity && severity.is !== rule.severity ? oneLine(severity.because) : null,
        evidence: told as unknown as NonEmpty<EvidenceItem>,
      };
    }
    default:
      throw new Error('it gave no outcome');
  }
}

function readEvidence({ pointer, expected, of, ok }: Evidence, facets: FacetValues): EvidenceItem {
  const { found, value } = readPointer(of ? of.facets : facets, pointer);
  return { pointer, expected: oneLine(expected), actual: value, missing: !found, ok: ok ?? false, of: of?.id ?? null };
}

function unknown(missing: readonly Missing[]): Evaluated {
  const told = missing.map((each) => {
    const { fact, action, message } = each;
    return {
      ...each,
      fact: oneLine(fact),
      ...(action === undefined ? {} : { action: oneLine(action) }),
      message: oneLine(message),
    };
  });
  return { status: 'unknown', missing: told as unknown as NonEmpty<Missing> };
}
