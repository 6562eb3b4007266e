import { defineRule } from '../../kernel/define-rule.ts';
import { administratorOutcome } from '../../lib/administrator-holder.ts';
import { detachCommand, narrowAttachment, narrowAttachmentTemplate } from '../../lib/detach-policy.ts';
import { readPolicies } from '../../lib/policy-audits.ts';
import { policiesOfUser } from '../relations/iam.ts';

export const userHoldsNoFullAdmin = defineRule({
  id: 'aws-iam-user-holds-no-full-admin',
  title: 'Users hold no full administrator rights',
  description:
    "A user must not be able to do everything on every resource by its inline and attached policies and those of its groups together, AWS's AdministratorAccess included, within its permissions boundary. What one group alone allows is told of at the group. A Deny counts only where it leaves no way to change permissions in IAM; rights under a condition weigh less.",
  risk: "A user's password and access keys do not expire by themselves, and one that leaks opens the whole account. Rights tied to one person also outlive the job they were given for.",
  attack:
    'A key of the user is committed to a public repository by mistake. Someone who watches for such keys has it within minutes and makes a user of their own with it, so that turning the key off no longer helps. Then they read what is worth something, delete the backups and ask for money; nothing in the account can refuse them.',
  audit: {
    console: [
      'Open IAM → Users and choose the user.',
      'Permissions: no policy is AdministratorAccess or allows everything in another way.',
      'Groups: look at the policies of each group in the same way.',
    ],
    cli: (target) => readPolicies('user', target),
    good: '`AttachedPolicies` has no `AdministratorAccess`, and no `Statement` of the other policies listed, or of those of the groups, allows every action on every resource.',
  },
  severity: 'high',
  categories: ['identity'],
  resource: 'AWS::IAM::User',
  reads: ['authorizationDetails'],
  needs: policiesOfUser,
  controls: {
    'cis-aws': ['no-star-star'],
    'nist-800-53-r5': ['AC-6', 'AC-6(10)', 'AC-6(2)'],
    'nist-csf-2': ['PR.AA-05'],
  },
  remediation: {
    summary:
      'Take the policy away and give the user what it needs through a group or, better, let people sign in through IAM Identity Center and assume a role.',
    impact: 'What the user does today beyond its new rights stops. Look at its last accessed services first.',
    effort: 'hours',
    console: [
      'Open IAM → Users and choose the user.',
      'Last accessed shows what it uses: write a policy of that and attach it.',
      'Permissions: remove the policy that allows everything.',
    ],
    cli: (target) => detachCommand('user', target),
    terraform: (target) => narrowAttachment('user', target),
    cloudformation: (target) => narrowAttachmentTemplate('user', target),
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  },

  evaluate: ({ authorizationDetails: details }, { managed, groups, snapshot }) =>
    administratorOutcome({ kind: 'user', details, managed, groups }, snapshot),
});
