import type { ManagedPolicyDetail, ResourceIdentity } from '@plumbline/model';
import { defaultDocument } from './managed-policy.ts';
import { notApplicable, unknown, type Outcome } from '../kernel/outcome.ts';
import { statementsOf, type LocatedStatement } from './policy-document.ts';

/**
 * The statements in force of a customer managed policy, with pointers from its facets; or why there is nothing to judge.
 * AWS's own policies are judged where they are attached; a policy that is only a permissions boundary grants nothing.
 */
export function customerStatements(
  { id }: Pick<ResourceIdentity, 'id'>,
  details: ManagedPolicyDetail,
): { readonly statements: readonly LocatedStatement[] } | { readonly outcome: Outcome } {
  if (/^arn:[\w-]+:iam::aws:/.test(id))
    return { outcome: notApplicable('AWS writes this policy; it cannot be changed here.') };
  if (details.AttachmentCount === 0 && (details.PermissionsBoundaryUsageCount ?? 0) > 0)
    return { outcome: notApplicable('The policy is only used as a permissions boundary, which grants nothing.') };
  const version = defaultDocument({ authorizationDetails: details });
  if (!version)
    return {
      outcome: unknown({
        fact: 'authorizationDetails',
        reason: 'NOT_RECORDED',
        message: 'The recording does not have the document of the default version.',
      }),
    };
  return {
    statements: statementsOf(version.document).map(({ statement, pointer }) => ({
      statement,
      pointer: version.pointer + pointer,
    })),
  };
}
