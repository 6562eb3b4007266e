import type { RecordedResource } from '@plumbline/model';
import type { Rule } from './define-rule.ts';
import { readPointer } from './json-pointer.ts';
import type { Evaluated, Evidence, EvidenceItem, Missing, NonEmpty, Outcome } from './outcome.ts';
import { facetReader, type FacetValues } from './read-facets.ts';
import type { ListingIndex, RelationIndex } from './relation-index.ts';
import type { AnyRelation, SnapshotAccount } from './relation.ts';

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
    try {
      const context: Record<string, unknown> = { resource, snapshot, now, parameters };
      const unrelated = relate?.(resource, facets, context);
      if (unrelated) return unknown(unrelated);
      const handed = unread ? { ...facets, ...inTheirPlace(unread) } : facets;
      return settle(rule, facets, rule.evaluate(handed as never, context as never));
    } catch (error) {
      const message = `The rule failed on this resource: ${error instanceof Error ? error.message : String(error)}`;
      return { status: 'unknown', missing: [{ fact: rule.id, reason: 'RULE_FAULT', message }] };
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

function relater(rule: Rule, { relations, account, listings }: EvaluationWorld): Relate | null {
  const needs = (Object.entries(rule.needs) as [string, AnyRelation][]).map(([name, relation]) => {
    const index = relations.get(relation.index);
    if (!index) throw new Error(`${rule.id}: the relation ${name} was not indexed`);
    return { name, index, isOptional: relation.optional };
  });
  if (needs.length === 0) return null;
  return (resource, facets, into) => {
    const missing: Missing[] = [];
    for (const { name, index, isOptional } of needs) {
      const found = index.find(resource, facets, account, listings);
      if (!found.missing) into[name] = found.value;
      else if (isOptional) into[name] = { notCollected: found.missing[0] };
      else missing.push(...found.missing);
    }
    return missing.length > 0 ? missing : null;
  };
}

function parameterValues(rule: Rule, world: EvaluationWorld): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name in rule.parameters) values[name] = rule.parameters[name]?.default;
  return Object.assign(values, world.parameters[rule.id]);
}

function settle(rule: Rule, facets: FacetValues, outcome: Outcome): Evaluated {
  if (outcome.status !== 'fail') return outcome;
  return {
    status: 'fail',
    message: outcome.message,
    severity: outcome.severity?.is ?? rule.severity,
    severityReason: outcome.severity && outcome.severity.is !== rule.severity ? outcome.severity.because : null,
    evidence: outcome.evidence.map((item) => readEvidence(item, facets)) as unknown as NonEmpty<EvidenceItem>,
  };
}

function readEvidence({ pointer, expected, of, ok }: Evidence, facets: FacetValues): EvidenceItem {
  const { found, value } = readPointer(of ? of.facets : facets, pointer);
  return { pointer, expected, actual: value, missing: !found, ok: ok ?? false, of: of?.id ?? null };
}

function unknown(missing: readonly Missing[]): Evaluated {
  return { status: 'unknown', missing: missing as NonEmpty<Missing> };
}
