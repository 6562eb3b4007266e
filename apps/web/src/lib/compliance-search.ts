import type { AssessmentKind, RequirementStatus } from './graphql.ts';

/** In the order that pages show them. */
export const REQUIREMENT_STATUSES = [
  'FAILED',
  'UNKNOWN',
  'PASSED',
  'MANUAL_PENDING',
  'NOT_COVERED',
  'NO_DATA',
] as const satisfies readonly RequirementStatus[];
export const ASSESSMENTS = ['AUTOMATED', 'PARTIAL', 'MANUAL', 'UNCOVERED'] as const satisfies readonly AssessmentKind[];

/** The state of a framework's page: what its URL says. */
export interface ComplianceSearch {
  readonly status: readonly RequirementStatus[];
  readonly assessment: readonly AssessmentKind[];
  /** Level or baseline; empty for all. */
  readonly level: string;
  /** The cloud's own id of the account that results are of; empty for all. */
  readonly account: string;
  readonly text: string;
}

export const EMPTY_COMPLIANCE: ComplianceSearch = { status: [], assessment: [], level: '', account: '', text: '' };

/** Reads a URL's query; what it cannot read it leaves out. */
export function parseComplianceSearch(params: URLSearchParams): ComplianceSearch {
  return {
    status: known(params.get('status'), REQUIREMENT_STATUSES),
    assessment: known(params.get('assessment'), ASSESSMENTS),
    level: params.get('level') ?? '',
    account: params.get('account') ?? '',
    text: params.get('q') ?? '',
  };
}

/** Writes a URL's query, with its `?`; empty for all requirements in all accounts. */
export function formatComplianceSearch(search: Partial<ComplianceSearch>): string {
  const { status, assessment, level, account, text } = { ...EMPTY_COMPLIANCE, ...search };
  const parts = [
    ['status', status.map(slug).join(',')],
    ['assessment', assessment.map(slug).join(',')],
    ['level', encodeURIComponent(level)],
    ['account', encodeURIComponent(account)],
    ['q', encodeURIComponent(text)],
  ].filter(([, value]) => value !== '');
  return parts.length === 0 ? '' : `?${parts.map(([key, value]) => `${key}=${value}`).join('&')}`;
}

/** The address of a framework's page in a state. */
export function frameworkPath(key: string, search: Partial<ComplianceSearch> = {}): string {
  return `/compliance/${key}${formatComplianceSearch(search)}`;
}

/** The list with a value put in, or taken out where it was in. */
export function toggled<Value>(list: readonly Value[], value: Value): readonly Value[] {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}

function known<Value extends string>(text: string | null, all: readonly Value[]): Value[] {
  const wanted = new Set((text ?? '').split(',').map((value) => value.toUpperCase().replaceAll('-', '_')));
  return all.filter((value) => wanted.has(value));
}

function slug(value: string): string {
  return value.toLowerCase().replaceAll('_', '-');
}
