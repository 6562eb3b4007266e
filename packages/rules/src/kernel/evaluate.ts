import type { RecordedResource } from '@plumbline/model';
import type { Rule } from './define-rule.ts';
import { readPointer } from './json-pointer.ts';
import type { Evaluated, Evidence, EvidenceItem, Missing, NonEmpty, Outcome } from './outcome.ts';
import { readFacets } from './read-facets.ts';
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

/** One rule over one resource. Never throws: what the rule throws becomes unknown, with the reason `RULE_FAULT`. */
export function evaluate(rule: Rule, resource: RecordedResource, world: EvaluationWorld): Evaluated {
  const required = readFacets(resource, requiredFacets(rule));
  if (required.missing.length > 0) return unknown(required.missing);
  const perhaps = readFacets(resource, rule.mayRead);
  const facets = { ...required.facets, ...perhaps.facets };
  try {
    const related = relate(rule, resource, facets, world);
    if (related.missing) return unknown(related.missing);
    const context = {
      resource,
      snapshot: world.account,
      now: world.now,
      parameters: parameterValues(rule, world),
      ...related.values,
    };
    const handed = { ...facets, ...inTheirPlace(perhaps.missing) };
    return settle(rule, facets, rule.evaluate(handed as never, context as never));
  } catch (error) {
    const message = `The rule failed on this resource: ${error instanceof Error ? error.message : String(error)}`;
    return { status: 'unknown', missing: [{ fact: rule.id, reason: 'RULE_FAULT', message }] };
  }
}

function inTheirPlace(missing: readonly Missing[]): Record<string, unknown> {
  return Object.fromEntries(missing.map((notCollected) => [notCollected.fact, { notCollected }]));
}

/** The facets a rule asks for: those it must and may read, and those that lead to what it is related to. */
export function askedFacets(rule: Rule): readonly string[] {
  return [...new Set([...requiredFacets(rule), ...rule.mayRead])];
}

const requiredBy = new WeakMap<Rule, readonly string[]>();

/** The facets without which a rule has no answer. */
function requiredFacets(rule: Rule): readonly string[] {
  let names = requiredBy.get(rule);
  if (!names) {
    const relations: readonly AnyRelation[] = Object.values(rule.needs);
    names = [...new Set([...rule.reads, ...relations.flatMap((relation) => relation.reads)])];
    requiredBy.set(rule, names);
  }
  return names;
}

function relate(rule: Rule, resource: RecordedResource, facets: Record<string, unknown>, world: EvaluationWorld) {
  const values: Record<string, unknown> = {};
  const missing: Missing[] = [];
  for (const [name, relation] of Object.entries(rule.needs) as [string, AnyRelation][]) {
    const index = world.relations.get(relation.index);
    if (!index) throw new Error(`the relation ${name} was not indexed`);
    const found = index.find(resource, facets, world.account, world.listings);
    if (!found.missing) values[name] = found.value;
    else if (relation.optional) values[name] = { notCollected: found.missing[0] };
    else missing.push(...found.missing);
  }
  return { values, missing: missing.length > 0 ? missing : null };
}

function parameterValues(rule: Rule, world: EvaluationWorld): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name in rule.parameters) values[name] = rule.parameters[name]?.default;
  return Object.assign(values, world.parameters[rule.id]);
}

function settle(rule: Rule, facets: Record<string, unknown>, outcome: Outcome): Evaluated {
  if (outcome.status !== 'fail') return outcome;
  return {
    status: 'fail',
    message: outcome.message,
    severity: outcome.severity?.is ?? rule.severity,
    severityReason: outcome.severity && outcome.severity.is !== rule.severity ? outcome.severity.because : null,
    evidence: outcome.evidence.map((item) => readEvidence(item, facets)) as unknown as NonEmpty<EvidenceItem>,
  };
}

function readEvidence({ pointer, expected, of, ok }: Evidence, facets: Record<string, unknown>): EvidenceItem {
  const { found, value } = readPointer(of ? of.facets : facets, pointer);
  return { pointer, expected, actual: value, missing: !found, ok: ok ?? false, of: of?.id ?? null };
}

function unknown(missing: readonly Missing[]): Evaluated {
  return { status: 'unknown', missing: missing as NonEmpty<Missing> };
}
