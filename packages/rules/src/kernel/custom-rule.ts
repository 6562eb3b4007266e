import { CATALOGUE, facetSource } from '@plumbline/model';
import { CATEGORIES, type Rule } from './define-rule.ts';
import type { AnyRelation } from './relation.ts';
import { SEVERITIES } from './severity.ts';

const CUSTOM_ID = /^custom(-[a-z0-9]+)+$/;

/** Whether the id is one that users give to rules of their own. No shipped rule has such a one: theirs begin with the cloud. */
export function isCustomId(id: string): boolean {
  return CUSTOM_ID.test(id);
}

/** What is wrong with a user's rule, a sentence each: the type checker may never have seen it. */
export function ruleProblems(rule: Rule): readonly string[] {
  const { id, severity, categories, resource, remediation = {}, audit = {} } = rule as Partial<Rule>;
  const texts = { title: rule.title, description: rule.description, risk: rule.risk, attack: rule.attack };
  const { summary, impact, docs } = remediation as Partial<Rule['remediation']>;
  const told = { ...texts, 'remediation.summary': summary, 'remediation.impact': impact };
  const writers = ['cli', 'terraform', 'cloudformation'].map((form) => `remediation.${form}`);
  const functions = { evaluate: rule.evaluate, ...pick(remediation, writers), ...pick(audit, ['audit.cli']) };
  return [
    ...(typeof id === 'string' && isCustomId(id)
      ? []
      : [`its id must be custom- and words in lower case, not ${show(id)}`]),
    ...named(told, (text) => typeof text === 'string' && text.trim() !== '', 'must be a text'),
    ...named(functions, (value) => typeof value === 'function', 'must be a function'),
    ...(SEVERITIES.some((known) => known === severity) ? [] : [`its severity must be one of ${SEVERITIES.join(', ')}`]),
    ...(isCategories(categories) ? [] : [`its categories must be some of ${CATEGORIES.join(', ')}`]),
    ...(typeof docs === 'string' && URL.canParse(docs) ? [] : ['its remediation.docs must be an address']),
    ...(Object.hasOwn(CATALOGUE, String(resource))
      ? facetProblems(rule)
      : [`there is no resource type ${show(resource)}`]),
  ];
}

function facetProblems({ resource, reads, mayRead, needs }: Rule): readonly string[] {
  if (!Array.isArray(reads)) return ['its reads must be a list of facets'];
  const own = [...reads, ...mayRead].map((facet: string) => [resource, facet] as const);
  const theirs = (Object.values(needs) as AnyRelation[]).flatMap(({ to, facets }) =>
    facets.map((facet) => [to, facet] as const),
  );
  return [...own, ...theirs]
    .filter(([type, facet]) => facetSource(type, facet) === undefined)
    .map(([type, facet]) => `${type} has no facet ${show(facet)}`);
}

function isCategories(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((each) => CATEGORIES.some((known) => known === each));
}

/** Of an object, what the last parts of the paths name, by the paths. */
function pick(from: object, paths: readonly string[]): Record<string, unknown> {
  const fields: Readonly<Record<string, unknown>> = { ...from };
  return Object.fromEntries(paths.map((path) => [path, fields[path.split('.')[1] ?? '']]));
}

function named(fields: object, isRight: (value: unknown) => boolean, must: string): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) => (isRight(value) ? [] : [`its ${name} ${must}`]));
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'none';
}
