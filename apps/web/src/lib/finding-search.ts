import type { EvaluationResult, FindingFilter, FindingOrder, Severity } from './graphql.ts';
import { SEVERITIES } from './severity.ts';

const RESULTS = ['FAIL', 'UNKNOWN', 'PASS', 'NOT_APPLICABLE'] as const satisfies readonly EvaluationResult[];
const ORDER_FIELDS = [
  'SEVERITY',
  'FIRST_SEEN',
  'SERVICE',
  'RULE',
  'RESOURCE',
  'ACCOUNT',
] as const satisfies readonly FindingOrder['field'][];

export type OrderField = (typeof ORDER_FIELDS)[number];

/** The state of the list of findings: what its URL says. Empty lists mean no limit, but for `result`, where the API's own default is FAIL. */
export interface FindingSearch {
  readonly severity: readonly Severity[];
  readonly service: readonly string[];
  readonly result: readonly EvaluationResult[];
  readonly account: readonly string[];
  readonly region: readonly string[];
  /** Rule keys. */
  readonly rule: readonly string[];
  readonly text: string;
  readonly order: OrderField;
  readonly direction: 'ASC' | 'DESC';
  /** The finding whose drawer is open. */
  readonly finding: string | null;
}

/** The fields that choose by a list of values. */
export const LIST_FIELDS = ['severity', 'service', 'result', 'account', 'region', 'rule'] as const;
export type ListField = (typeof LIST_FIELDS)[number];

export const DEFAULT_SEARCH: FindingSearch = {
  severity: [],
  service: [],
  result: ['FAIL'],
  account: [],
  region: [],
  rule: [],
  text: '',
  order: 'SEVERITY',
  direction: 'DESC',
  finding: null,
};

/** Reads a URL's query; what it cannot read it leaves at the default. */
export function parseFindingSearch(params: URLSearchParams): FindingSearch {
  const [order, direction] = parseOrder(params.get('sort'));
  const result = known(list(params, 'result'), RESULTS);
  return {
    severity: known(list(params, 'severity'), SEVERITIES),
    service: list(params, 'service'),
    result: result.length === 0 ? DEFAULT_SEARCH.result : result,
    account: list(params, 'account'),
    region: list(params, 'region'),
    rule: list(params, 'rule'),
    text: params.get('q') ?? '',
    order,
    direction,
    finding: params.get('finding'),
  };
}

/** Writes a URL's query, with its `?`; defaults are left out, so the plain list has an empty one. */
export function formatFindingSearch(search: Partial<FindingSearch>): string {
  const { order, direction, text, finding, ...lists } = { ...DEFAULT_SEARCH, ...search };
  const parts: (readonly [string, string])[] = LIST_FIELDS.filter(
    (field) => lists[field].length > 0 && !sameValues(lists[field], DEFAULT_SEARCH[field]),
  ).map((field) => [field, formatList(field, lists[field])]);
  if (text !== '') parts.push(['q', encode(text)]);
  if (order !== DEFAULT_SEARCH.order || direction !== DEFAULT_SEARCH.direction)
    parts.push(['sort', `${direction === 'DESC' ? '-' : ''}${slug(order)}`]);
  if (finding !== null) parts.push(['finding', encode(finding)]);
  return parts.length === 0 ? '' : `?${parts.map(([key, value]) => `${key}=${value}`).join('&')}`;
}

/** The address of the list of findings in a state. */
export function findingsPath(search: Partial<FindingSearch> = {}): string {
  return `/findings${formatFindingSearch(search)}`;
}

/** The search with a value of a list put in, or taken out where it was in. */
export function toggleValue(search: FindingSearch, field: ListField, value: string): FindingSearch {
  const before: readonly string[] = search[field];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return { ...search, [field]: field === 'result' && after.length === 0 ? DEFAULT_SEARCH.result : after };
}

/** True when something narrows the list beyond what the plain list shows. */
export function isNarrowed(search: FindingSearch): boolean {
  return formatFindingSearch({ ...withoutFilter(search) }) !== formatFindingSearch({ ...search, finding: null });
}

/** The search with nothing but its order. */
export function withoutFilter({ order, direction }: FindingSearch): FindingSearch {
  return { ...DEFAULT_SEARCH, order, direction };
}

export function toFilter({ severity, service, result, account, region, rule, text }: FindingSearch): FindingFilter {
  return {
    result: [...result],
    ...(severity.length > 0 && { severity: [...severity] }),
    ...(service.length > 0 && { service: [...service] }),
    ...(account.length > 0 && { account: [...account] }),
    ...(region.length > 0 && { region: [...region] }),
    ...(rule.length > 0 && { rule: [...rule] }),
    ...(text.trim() !== '' && { text: text.trim() }),
  };
}

export function toOrder({ order, direction }: FindingSearch): FindingOrder[] {
  return [{ field: order, direction }];
}

function list(params: URLSearchParams, key: string): string[] {
  const values = (params.get(key) ?? '').split(',').map((value) => value.trim());
  return [...new Set(values)].filter((value) => value !== '');
}

function known<Value extends string>(values: readonly string[], all: readonly Value[]): Value[] {
  const wanted = new Set(values.map((value) => value.toUpperCase().replaceAll('-', '_')));
  return all.filter((value) => wanted.has(value));
}

function parseOrder(text: string | null): [OrderField, FindingSearch['direction']] {
  const [field] = known([(text ?? '').replace(/^-/, '')], ORDER_FIELDS);
  if (!field) return [DEFAULT_SEARCH.order, DEFAULT_SEARCH.direction];
  return [field, text?.startsWith('-') ? 'DESC' : 'ASC'];
}

function formatList(field: ListField, values: readonly string[]): string {
  const isEnum = field === 'severity' || field === 'result';
  return values.map((value) => encode(isEnum ? slug(value) : value)).join(',');
}

function slug(value: string): string {
  return value.toLowerCase().replaceAll('_', '-');
}

/** Like `encodeURIComponent`, but leaves what a query may hold and a person reads: `s3:GetObject`, `aws-s3-*`, `a/b`. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll('%20', '+');
}

function sameValues(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
