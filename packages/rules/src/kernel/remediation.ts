import type { EvidenceItem, NonEmpty } from './outcome.ts';

/** What a fix is written for: a resource of a finding, or placeholders on a rule's own page. */
export interface RemediationTarget {
  /** The ARN, or the vendor's id. */
  readonly id: string;
  /** The last part of the ARN: what most CLI commands ask for (`sg-0a1b2c`, a bucket's or a user's name). */
  readonly localId: string;
  readonly name: string;
  readonly region: string;
  /** The cloud's own id of the account. */
  readonly account: string;
  readonly partition: string;
  /** What was found; empty on a rule's own page. */
  readonly evidence: readonly EvidenceItem[];
}

export interface Remediation {
  /** What to do, in a sentence or two. */
  readonly summary: string;
  /** What can break. */
  readonly impact: string;
  readonly effort: 'minutes' | 'hours' | 'days';
  /** Steps in the vendor's console. */
  readonly console: NonEmpty<string>;
  readonly cli: (target: RemediationTarget) => string;
  readonly terraform: (target: RemediationTarget) => string;
  readonly cloudformation: (target: RemediationTarget) => string;
  /** The vendor's page about it. */
  readonly docs: string;
}

/** A shell command with every value quoted where it needs to be. Backslashes are the shell's: they stay as written. */
export function sh(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw(strings, ...values.map(shellQuoted));
}

function shellQuoted(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}

/** A string literal of Terraform's language, quotes included. */
export function hclString(value: string): string {
  return JSON.stringify(value).replaceAll(/[$%]\{/g, (marker) => marker[0] + marker);
}

/** A name for a Terraform resource, made from the cloud's. */
export function hclName(value: string): string {
  const name = value.replaceAll(/[^A-Za-z0-9_]/g, '_');
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}
