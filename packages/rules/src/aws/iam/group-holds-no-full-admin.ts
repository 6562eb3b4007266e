import { defineRule } from '../../kernel/define-rule.ts';
import { administratorOutcome } from '../../lib/administrator-holder.ts';
import { detachCommand, narrowAttachment, narrowAttachmentTemplate } from '../../lib/detach-policy.ts';
import { readPolicies } from '../../lib/policy-audits.ts';
import { managedPolicies } from '../relations/iam.ts';

export const groupHoldsNoFullAdmin = defineRule({
  id: 'aws-iam-group-holds-no-full-admin',
  title: 'Groups hold no full administrator rights',
  description:
    "A group must not be able to do everything on every resource by its inline policies and the managed policies attached to it, AWS's AdministratorAccess included. A Deny counts only where it leaves no way to change permissions in IAM.",
  risk: 'Every member is an administrator all day long, for every task, with credentials that do not expire. One phished password is the account.',
  attack:
    'One member of the group, who looks at bills once a month, types the password into a false sign-in page. The group gives everyone in it the same rights. Whoever has the password makes a role that only they can assume, and comes back through it when the password has long been changed.',
  audit: {
    console: [
      'Open IAM → User groups and choose the group.',
      'Permissions: no policy is AdministratorAccess or allows everything in another way.',
    ],
    cli: (target) => readPolicies('group', target),
    good: '`AttachedPolicies` has no `AdministratorAccess`, and no `Statement` of the other policies listed allows every action on every resource.',
  },
  severity: 'medium',
  categories: ['identity'],
  resource: 'AWS::IAM::Group',
  reads: ['authorizationDetails'],
  needs: { managed: managedPolicies },
  controls: {
    'cis-aws': ['no-star-star'],
    'nist-800-53-r5': ['AC-6', 'AC-6(10)', 'AC-6(2)'],
    'nist-csf-2': ['PR.AA-05'],
  },
  remediation: {
    summary:
      'Give the group a policy with the rights its members need each day, and let them assume a role for the rest.',
    impact: 'What the group does today beyond its new rights stops. Look at its last accessed services first.',
    effort: 'hours',
    console: [
      'Open IAM → User groups and choose the group.',
      'Last accessed shows what it uses: write a policy of that and attach it.',
      'Permissions: remove the policy that allows everything.',
    ],
    cli: (target) => detachCommand('group', target),
    terraform: (target) => narrowAttachment('group', target),
    cloudformation: (target) => narrowAttachmentTemplate('group', target),
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  },

  evaluate: ({ authorizationDetails: details }, { managed, snapshot }) =>
    administratorOutcome({ kind: 'group', details, managed }, snapshot),
});
