import { SEVERITIES } from '../../lib/severity.ts';
import type { Severity } from '../../lib/graphql.ts';

/** The state of the list of rules: what its URL says. */
export interface RuleSearch {
  readonly severity: readonly Severity[];
  readonly service: readonly string[];
  readonly category: readonly string[];
  readonly text: string;
}

export const EMPTY_SEARCH: RuleSearch = { severity: [], service: [], category: [], text: '' };
export type RuleListField = 'severity' | 'service' | 'category';

/** Reads a URL's query; what it cannot read it leaves out. */
export function parseRuleSearch(params: URLSearchParams): RuleSearch {
  const severities = list(params, 'severity').map((value) => value.toUpperCase());
  return {
    severity: SEVERITIES.filter((severity) => severities.includes(severity)),
    service: list(params, 'service'),
    category: list(params, 'category'),
    text: params.get('q') ?? '',
  };
}

/** Writes a URL's query, with its `?`; empty for all rules. */
export function formatRuleSearch({ severity, service, category, text }: RuleSearch): string {
  const parts = [
    ['severity', severity.map((value) => value.toLowerCase())],
    ['service', service],
    ['category', category],
    ['q', text === '' ? [] : [text]],
  ] as const;
  const query = parts
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => `${key}=${values.map(encodeURIComponent).join(',')}`);
  return query.length === 0 ? '' : `?${query.join('&')}`;
}

export function toggleRuleValue(search: RuleSearch, field: RuleListField, value: string): RuleSearch {
  const before: readonly string[] = search[field];
  return {
    ...search,
    [field]: before.includes(value) ? before.filter((one) => one !== value) : [...before, value],
  };
}

function list(params: URLSearchParams, key: string): string[] {
  return (params.get(key) ?? '').split(',').filter((value) => value !== '');
}
