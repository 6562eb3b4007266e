import type { RoleDetail } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable } from '../../kernel/outcome.ts';
import { administratorOutcome } from '../../lib/administrator-holder.ts';
import { detachCommand, narrowAttachment, narrowAttachmentTemplate } from '../../lib/detach-policy.ts';
import { writtenByAws } from '../../lib/holder-outcome.ts';
import { readPolicies } from '../../lib/policy-audits.ts';
import { principalsOf, statementsOf } from '../../lib/policy-document.ts';
import { managedPolicies } from '../relations/iam.ts';

export const roleHoldsNoFullAdmin = defineRule({
  id: 'aws-iam-role-holds-no-full-admin',
  title: 'Roles hold no full administrator rights',
  description:
    "A role must not be able to do everything on every resource by its inline policies and the managed policies attached to it, AWS's AdministratorAccess included, within its permissions boundary. It is worse where an AWS service assumes the role, as then code runs with these rights. A Deny counts only where it leaves no way to change permissions in IAM. Service-linked roles and those that IAM Identity Center makes from a permission set do not apply.",
  risk: 'Whoever can assume the role, or run code in a workload that has it, owns the account. A flaw in one function or instance is then enough to reach everything.',
  attack:
    'An application that runs with the role has a flaw through which one can read its credentials. It only needs to write to one table, but it may do everything. Someone takes the session and makes a user of their own with it; from then on the whole account is theirs, not the application alone.',
  audit: {
    console: [
      'Open IAM → Roles and choose the role.',
      'Permissions: no policy is AdministratorAccess or allows everything in another way.',
    ],
    cli: (target) => readPolicies('role', target),
    good: '`AttachedPolicies` has no `AdministratorAccess`, and no `Statement` of the other policies listed allows every action on every resource.',
  },
  severity: 'medium',
  categories: ['identity'],
  resource: 'AWS::IAM::Role',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },
  controls: {
    'cis-aws': ['no-star-star'],
    'nist-800-53-r5': ['AC-6', 'AC-6(10)', 'AC-6(2)'],
    'nist-csf-2': ['PR.AA-05'],
  },
  remediation: {
    summary:
      'Give the role only the actions and resources its work uses; set a permissions boundary where teams write its policies themselves.',
    impact: 'What the role does today beyond its new rights stops. Look at its last accessed services first.',
    effort: 'hours',
    console: [
      'Open IAM → Roles and choose the role.',
      'Last accessed shows what it uses: write a policy of that and attach it.',
      'Permissions: remove the policy that allows everything.',
    ],
    cli: (target) => detachCommand('role', target),
    terraform: (target) => narrowAttachment('role', target),
    cloudformation: (target) => narrowAttachmentTemplate('role', target),
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) => {
    const role = { kind: 'role', details, managed } as const;
    const because = writtenByAws(role);
    if (because !== null) return notApplicable(because);
    return administratorOutcome(role, snapshot, () => ofCode(details));
  },
});

/** A service that runs code with the role's rights makes it worse. */
function ofCode({ AssumeRolePolicyDocument = {} }: RoleDetail) {
  const [service] = statementsOf(AssumeRolePolicyDocument).flatMap(({ statement }) =>
    statement.Effect === 'Allow' ? principalsOf(statement.Principal).filter(({ kind }) => kind === 'Service') : [],
  );
  return service && ({ is: 'high', because: `Code that ${service.name} runs has these rights.` } as const);
}
