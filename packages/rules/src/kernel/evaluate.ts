import type { RecordedResource } from '@plumbline/model';
import type { Rule } from './define-rule.ts';
import { beginEffort, endEffort } from './effort.ts';
import { TypeFacets, type FacetView } from './facet-views.ts';
import type { ListingIndex } from './listing-index.ts';
import { pass, type Evaluated, type Outcome } from './outcome.ts';
import type { RelationIndex } from './relation-index.ts';
import type { AnyRelation, SnapshotAccount } from './relation.ts';
import { RuleContexts, type RuleContext } from './rule-contexts.ts';
import { fault, settle, unknownFor } from './settle.ts';
import { nextTurn } from './turn.ts';

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

export interface Evaluation {
  readonly rule: Rule;
  readonly outcome: Evaluated;
}

/** Rules of one type, ready for one resource after the other: what several of them ask of it is read and looked up once. */
export class TypeEvaluator {
  readonly #facets: TypeFacets;
  readonly #contexts: RuleContexts;
  readonly #rules: readonly PreparedRule[];

  constructor(type: string, rules: readonly Rule[], world: EvaluationWorld) {
    this.#facets = new TypeFacets(type);
    this.#contexts = new RuleContexts(world);
    this.#rules = rules.map(
      (rule) => new PreparedRule(rule, this.#facets.view(requiredFacets(rule), rule.mayRead), this.#contexts.of(rule)),
    );
  }

  /** What each rule says, in their order. Never throws on a resource: what a rule throws becomes unknown, with the reason `RULE_FAULT`. */
  evaluate(resource: RecordedResource): readonly Evaluation[] {
    this.#facets.turnTo(resource);
    this.#contexts.turnTo(resource);
    const evaluations = this.#rules.map(evaluationBy);
    endEffort();
    nextTurn();
    return evaluations;
  }
}

/** A rule, and where it finds what it is handed. */
class PreparedRule {
  readonly #rule: Rule;
  readonly #view: FacetView;
  readonly #context: RuleContext;
  /** The same for each resource: most pass. */
  readonly #passed: Evaluation;
  /** What was last said of a resource that the rule is not about: nearly always the same. */
  #notApplicable: { readonly because: string; readonly evaluation: Evaluation } | null = null;

  constructor(rule: Rule, view: FacetView, context: RuleContext) {
    this.#rule = rule;
    this.#view = view;
    this.#context = context;
    this.#passed = { rule, outcome: pass };
  }

  /** Evaluates what view and context are turned to. */
  evaluate(): Evaluation {
    const rule = this.#rule;
    const { missing, facets } = this.#view;
    if (missing) return { rule, outcome: unknownFor(missing) };
    beginEffort();
    try {
      const told = this.#context.told(facets);
      if (this.#context.missing) return { rule, outcome: unknownFor(this.#context.missing) };
      const outcome: Outcome = rule.evaluate(facets as never, told as never);
      if (outcome === pass) return this.#passed;
      if (outcome.status === 'not-applicable') return this.#apart(outcome);
      return { rule, outcome: settle(rule, this.#view, outcome) };
    } catch (error) {
      return { rule, outcome: fault(rule, error) };
    }
  }

  #apart(outcome: Outcome & { status: 'not-applicable' }): Evaluation {
    const { because } = outcome;
    if (this.#notApplicable?.because !== because) {
      const rule = this.#rule;
      this.#notApplicable = { because, evaluation: { rule, outcome: settle(rule, this.#view, outcome) } };
    }
    return this.#notApplicable.evaluation;
  }
}

function evaluationBy(rule: PreparedRule): Evaluation {
  return rule.evaluate();
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
