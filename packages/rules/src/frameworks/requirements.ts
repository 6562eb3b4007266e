import type { Controls, FrameworkId } from './controls.ts';
import type { Requirement } from './framework.ts';
import { FRAMEWORKS } from './frameworks.ts';

const all = FRAMEWORKS.flatMap(({ requirements }) => requirements);
const orders = new Map(all.map(({ key }, index) => [key, index]));
const byControl = new Map(Map.groupBy(all, ({ framework, control }) => `${framework.id}/${control}`));

/** What controls are called in every version of every framework; a control of CIS AWS only in the versions that have it. */
export function requirementsOf(controls: Controls): readonly Requirement[] {
  const entries = Object.entries(controls) as [FrameworkId, readonly string[]][];
  const found = entries.flatMap(([id, names]) => names.flatMap((name) => byControl.get(`${id}/${name}`) ?? []));
  return found.toSorted((a, b) => (orders.get(a.key) ?? 0) - (orders.get(b.key) ?? 0));
}

/** Rules, by the keys of the requirements that they give evidence for. */
export function rulesByRequirement<R extends { readonly controls: Controls }>(
  rules: readonly R[],
): ReadonlyMap<string, readonly R[]> {
  const pairs = rules.flatMap((rule) => requirementsOf(rule.controls).map(({ key }) => ({ key, rule })));
  return new Map([...Map.groupBy(pairs, ({ key }) => key)].map(([key, list]) => [key, list.map(({ rule }) => rule)]));
}
