import { requirementsOf, type Rule } from '@plumbline/rules';
import { asked } from '../../graphql/filters.ts';
import { keyOf } from '../../graphql/global-id.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import type { FindingExclusion, FindingFilter } from './finding-filter.args.ts';

/** Keys of the rules that give evidence for each of the frameworks and requirements asked for, and for none that are excluded. */
export function evidenceRules(
  filters: readonly FindingFilter[],
  exclusions: readonly FindingExclusion[],
  catalogue: RuleCatalogue,
): readonly string[] {
  const wanted = filters.flatMap(namedSets);
  const unwanted = exclusions.flatMap(namedSets);
  if (wanted.length === 0 && unwanted.length === 0) return catalogue.keys;
  return catalogue.all
    .filter((rule) => {
      const known = keysOf(rule);
      const isFor = (names: ReadonlySet<string>) => known.some((key) => names.has(key));
      return wanted.every(isFor) && !unwanted.some(isFor);
    })
    .map(({ id }) => id);
}

function namedSets({ framework, requirement }: FindingExclusion): readonly ReadonlySet<string>[] {
  const frameworks = asked(framework)?.map((name) => keyOf('framework', name) ?? name);
  const requirements = asked(requirement)?.map((name) => keyOf('requirement', name) ?? name);
  return [frameworks, requirements].flatMap((names) => (names ? new Set(names) : []));
}

/** All that a filter may call what the rule gives evidence for. */
function keysOf(rule: Rule): readonly string[] {
  return requirementsOf(rule.controls).flatMap(({ key, framework }) => [key, framework.key, framework.id]);
}
