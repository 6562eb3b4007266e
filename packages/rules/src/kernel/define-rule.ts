import { serviceOf, type FacetName, type FacetsOf, type ResourceIdentity, type ResourceType } from '@plumbline/model';
import { allControls, type Controls, type DeclaredControls } from '../frameworks/controls.ts';
import type { Audit } from './audit.ts';
import type { NonEmpty, NotRead, Outcome } from './outcome.ts';
import type { Parameters, ParameterValues } from './parameter.ts';
import type { Needs, RelatedBy, SnapshotAccount } from './relation.ts';
import type { Remediation } from './remediation.ts';
import type { Severity } from './severity.ts';

export const CATEGORIES = [
  'encryption',
  'identity',
  'logging',
  'network',
  'public-exposure',
  'resilience',
  'vulnerability',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a rule is told beside the facets it reads and the relations it needs. */
export interface EvaluationContext<Values> {
  readonly resource: ResourceIdentity;
  readonly snapshot: SnapshotAccount;
  /** The time of the snapshot, never the clock. */
  readonly now: Date;
  readonly parameters: Values;
}

interface RuleText {
  /** Equals the path: `aws-s3-bucket-blocks-public-access` lies in `aws/s3/bucket-blocks-public-access.ts`. Never reused. */
  readonly id: string;
  /** The truth it wants: no "Ensure", no full stop. */
  readonly title: string;
  /** What is looked at, and what decides. */
  readonly description: string;
  /** What someone could do with it. */
  readonly risk: string;
  /** How someone uses it: a story of two to four sentences, from the first step to the harm. */
  readonly attack: string;
  readonly audit: Audit;
  readonly severity: Severity;
  readonly categories: NonEmpty<Category>;
  readonly remediation: Remediation;
}

interface RuleDefinition<
  Type extends ResourceType,
  Reads extends FacetName<Type>,
  Perhaps extends FacetName<Type>,
  Declared extends Needs<Type>,
  Knobs extends Parameters,
> extends RuleText {
  readonly resource: Type;
  /** Facets of the resource. Where one was not collected, the outcome is unknown and `evaluate` is not called. */
  readonly reads: readonly Reads[];
  /** Facets that decide only sometimes. Where one was not collected, the rule is called all the same and handed `NotRead` in its place. */
  readonly mayRead?: readonly Perhaps[];
  /** Relations to other resources, policed the same way; `optional(…)` ones are not. */
  readonly needs?: Declared;
  readonly parameters?: Knobs;
  /** Of the NIST controls, only those to add: what AWS maps the FSBP controls to is derived. */
  readonly controls: DeclaredControls;
  readonly evaluate: (
    facets: Pick<FacetsOf<Type>, Reads> & { readonly [Name in Perhaps]: FacetsOf<Type>[Name] | NotRead },
    context: Omit<EvaluationContext<ParameterValues<Knobs>>, keyof Declared> & RelatedBy<Declared>,
  ) => Outcome;
}

/** A rule as the engine and the catalogue see it. */
export interface Rule extends RuleText {
  readonly provider: 'aws';
  readonly service: string;
  readonly resource: ResourceType;
  readonly reads: readonly string[];
  readonly mayRead: readonly string[];
  readonly needs: Needs<never>;
  readonly parameters: Parameters;
  readonly controls: Controls;
  readonly evaluate: (facets: never, context: never) => Outcome;
}

/** Declares a rule. `evaluate` must be pure: no clock, no network, no Node. */
export function defineRule<
  Type extends ResourceType,
  Reads extends FacetName<Type>,
  Perhaps extends FacetName<Type> = never,
  Declared extends Needs<Type> = Record<never, never>,
  Knobs extends Parameters = Record<never, never>,
>(definition: RuleDefinition<Type, Reads, Perhaps, Declared, Knobs>): Rule {
  const rule: Rule = {
    ...definition,
    provider: 'aws',
    service: serviceOf(definition.resource),
    mayRead: definition.mayRead ?? [],
    needs: definition.needs ?? {},
    parameters: definition.parameters ?? {},
    controls: allControls(definition.controls),
  };
  defined.add(rule);
  return rule;
}

const defined = new WeakSet<object>();

/** Whether it came of `defineRule`. */
export function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && defined.has(value);
}
