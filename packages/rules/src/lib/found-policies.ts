import type { RemediationTarget } from '../kernel/remediation.ts';
import type { HolderKind } from './held-policies.ts';

/** A policy that the evidence of a finding names, and who has it: the user, group or role itself, or a group of the user. */
export interface FoundPolicy {
  readonly kind: HolderKind;
  readonly holder: string;
  /** The name of an inline policy, or the ARN of one that is attached. */
  readonly policy: string;
  readonly inline: boolean;
}

export function foundPolicies(kind: HolderKind, { name, evidence }: RemediationTarget): readonly FoundPolicy[] {
  const found = evidence.flatMap(({ pointer, actual, of }): FoundPolicy[] => {
    const inline = pointer.endsWith('/PolicyName');
    if (typeof actual !== 'string' || !(inline || pointer.endsWith('/PolicyArn'))) return [];
    const group = of?.split(':group/')[1];
    const holder =
      group === undefined
        ? { kind, holder: name }
        : { kind: 'group' as const, holder: group.slice(group.lastIndexOf('/') + 1) };
    return [{ ...holder, policy: actual, inline }];
  });
  return [...new Map(found.map((each) => [`${each.kind} ${each.holder} ${each.policy}`, each])).values()];
}
