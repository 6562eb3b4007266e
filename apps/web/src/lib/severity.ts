import type { Severity } from './graphql.ts';

/** Worst first, as every list shows them. */
export const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFO'] as const satisfies readonly Severity[];

export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = {
  CRITICAL: 'Critical',
  HIGH: 'High',
  MEDIUM: 'Medium',
  LOW: 'Low',
  INFO: 'Info',
};

/** The field of `SeverityCounts` that counts a severity. */
export function severityField(severity: Severity) {
  return severity.toLowerCase() as Lowercase<Severity>;
}
