import type { RemediationTarget, Rule } from '@plumbline/rules';
import type { Audit } from './audit.type.ts';

/** How to look by hand, written for a target. */
export function auditFor({ audit }: Rule, target: RemediationTarget): Audit {
  return { console: audit.console, cli: audit.cli(target), good: audit.good };
}
