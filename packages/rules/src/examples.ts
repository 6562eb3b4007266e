import examples from './examples.generated.json' with { type: 'json' };
import type { OutcomeStatus } from './kernel/outcome.ts';
import { SEVERITIES, type Severity } from './kernel/severity.ts';

/** A case of a rule's test. */
export interface RuleExample {
  /** Goes on a sentence such as "passes: …". */
  readonly name: string;
  readonly expected: OutcomeStatus;
  /** What the rule says of it: what is wrong, what is missing, why it does not apply; `null` where it passes. */
  readonly says: string | null;
  /** Of a failure. */
  readonly severity: Severity | null;
  /** Why the severity differs from the rule's. */
  readonly severityReason: string | null;
  /** The facets of the resource that the rule reads. What it is related to is not told. */
  readonly config: Readonly<Record<string, unknown>>;
}

const EXAMPLES: Readonly<Record<string, readonly unknown[]>> = examples;

/** Those of a shipped rule; none for any other. */
export function examplesOf(ruleId: string): readonly RuleExample[] {
  return Object.hasOwn(EXAMPLES, ruleId) ? (EXAMPLES[ruleId] as readonly RuleExample[]) : [];
}

interface SeverityChange {
  readonly severity: Severity;
  readonly because: string;
}

/** The severities that facts lead to in a shipped rule's examples, each reason once, the worst first. */
export function severityChangesOf(ruleId: string): readonly SeverityChange[] {
  const changes = new Map<string, SeverityChange>();
  for (const { severity, severityReason: because } of examplesOf(ruleId))
    if (severity !== null && because !== null) changes.set(because, { severity, because });
  return [...changes.values()].toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
