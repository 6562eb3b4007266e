import { serviceOf } from '@plumbline/model';
import type { Rule } from '@plumbline/rules';
import type { ScanScope } from '../store/scan-tables.ts';

/** What a scan looks at, and so what it may change in the store. */
export interface ScanBounds {
  /** The rules to evaluate. */
  readonly rules: readonly Rule[];
  /** Regions to look at beside `global`; `undefined`: all. */
  readonly regions: readonly string[] | undefined;
  /** Keys of the only resources to look at; `null`: all. */
  readonly resources: ReadonlySet<string> | null;
  includes(resource: { readonly type: string; readonly region: string }): boolean;
  includesRule(key: string): boolean;
}

/**
 * @param accountRegions regions that the account is scanned in; empty: all
 * @param registry every rule there is
 */
export function scanBounds(scope: ScanScope, accountRegions: readonly string[], registry: readonly Rule[]): ScanBounds {
  const regions = both(scope.regions, accountRegions);
  const inServices = (service: string) => scope.services.length === 0 || scope.services.includes(service);
  const patterns = scope.rules.map(wildcard);
  const includesRule = (key: string) => patterns.length === 0 || patterns.some((pattern) => pattern.test(key));
  return {
    rules: registry.filter((rule) => includesRule(rule.id) && inServices(rule.service)),
    regions,
    resources: scope.resources ? new Set(scope.resources) : null,
    includes: ({ type, region }) =>
      (!regions || region === 'global' || regions.includes(region)) && inServices(serviceOf(type)),
    includesRule,
  };
}

/** Both limits at once, where an empty list is none. */
function both(a: readonly string[], b: readonly string[]): readonly string[] | undefined {
  if (a.length === 0 || b.length === 0) return a.length + b.length === 0 ? undefined : [...a, ...b];
  return a.filter((region) => b.includes(region));
}

function wildcard(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[^\w-]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`);
}
