import { parseQuery, valuesOf, withValues } from '@plumbline/query';
import type { EvaluationResult, FindingOrder } from './graphql.ts';

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

/** The state of the list of findings: what its URL says. */
export interface FindingSearch {
  /** What is in the filter bar. The checkboxes beside the list read and write it too. */
  readonly query: string;
  readonly order: OrderField;
  readonly direction: 'ASC' | 'DESC';
  /** The finding whose drawer is open. */
  readonly finding: string | null;
}

/** The keys of the filter bar that have checkboxes. */
const LIST_FIELDS = ['severity', 'service', 'result', 'account', 'region', 'rule'] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** A search, with values of keys to be put into its query: as the API writes them, enums in capitals. */
export type FindingLink = Partial<FindingSearch> & Partial<Readonly<Record<ListField, readonly string[]>>>;

export const DEFAULT_SEARCH: FindingSearch = { query: '', order: 'SEVERITY', direction: 'DESC', finding: null };

/** Reads a URL's query; what it cannot read it leaves at the default. */
export function parseFindingSearch(params: URLSearchParams): FindingSearch {
  const [order, direction] = parseOrder(params.get('sort'));
  return { query: params.get('q') ?? '', order, direction, finding: params.get('finding') };
}

/** Writes a URL's query, with its `?`; defaults are left out, so the plain list has an empty one. */
export function formatFindingSearch(link: FindingLink): string {
  const { order, direction, finding } = { ...DEFAULT_SEARCH, ...link };
  const query = LIST_FIELDS.reduce((text, field) => {
    const values = link[field];
    return values ? withValues(text, field, values.map(slug)) : text;
  }, link.query ?? '');
  const parts: (readonly [string, string])[] = [];
  if (query.trim() !== '') parts.push(['q', encode(query)]);
  if (order !== DEFAULT_SEARCH.order || direction !== DEFAULT_SEARCH.direction)
    parts.push(['sort', `${direction === 'DESC' ? '-' : ''}${slug(order)}`]);
  if (finding !== null) parts.push(['finding', encode(finding)]);
  return parts.length === 0 ? '' : `?${parts.map(([key, value]) => `${key}=${value}`).join('&')}`;
}

/** The address of the list of findings in a state. */
export function findingsPath(link: FindingLink = {}): string {
  return `/findings${formatFindingSearch(link)}`;
}

/** The values of a key that the query asks for, as the API writes them. Without a result it asks for what fails. */
export function chosenValues({ query }: FindingSearch, field: ListField): readonly string[] {
  const values = valuesOf(query, field);
  if (field === 'severity') return values.map(enumName);
  if (field !== 'result') return values;
  if (values.includes('any')) return RESULTS;
  return values.length === 0 ? ['FAIL'] : values.map(enumName);
}

/** The search with a value of a key put in, or taken out where it was in. */
export function toggleValue(search: FindingSearch, field: ListField, value: string): FindingSearch {
  const before = chosenValues(search, field);
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  const isDefault = field === 'result' && after.join() === 'FAIL';
  return { ...search, query: withValues(search.query, field, isDefault ? [] : after.map(slug)) };
}

/** True when something narrows the list beyond what the plain list shows. */
export function isNarrowed({ query }: FindingSearch): boolean {
  return query.trim() !== '';
}

/** The search with nothing but its order. */
export function withoutFilter({ order, direction }: FindingSearch): FindingSearch {
  return { ...DEFAULT_SEARCH, order, direction };
}

/** The query for the API, alike for all ways of typing it; `null` when it has a mistake, and then there is nothing to ask. */
export function toQuery({ query }: FindingSearch): string | null {
  const { filter, canonical } = parseQuery(query);
  return filter && canonical;
}

export function toOrder({ order, direction }: FindingSearch): FindingOrder[] {
  return [{ field: order, direction }];
}

function parseOrder(text: string | null): [OrderField, FindingSearch['direction']] {
  const field = ORDER_FIELDS.find((one) => one === enumName((text ?? '').replace(/^-/, '')));
  if (!field) return [DEFAULT_SEARCH.order, DEFAULT_SEARCH.direction];
  return [field, text?.startsWith('-') ? 'DESC' : 'ASC'];
}

/** A value of an enum, `NOT_APPLICABLE`, as the filter bar has it; others are left as they are. */
function slug(value: string): string {
  return /^[A-Z_]+$/.test(value) ? value.toLowerCase().replaceAll('_', '-') : value;
}

function enumName(value: string): string {
  return value.toUpperCase().replaceAll('-', '_');
}

/** Like `encodeURIComponent`, but leaves what a query may hold and a person reads: `service:s3,iam`, `tag:env=prod`, `a/b`. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/%(3A|2F|2C|3D|40|20)/g, (code) => READABLE[code] ?? code);
}

const READABLE: Readonly<Record<string, string>> = {
  '%3A': ':',
  '%2F': '/',
  '%2C': ',',
  '%3D': '=',
  '%40': '@',
  '%20': '+',
};
