import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, pass } from '../../kernel/outcome.ts';
import { hclName, hclString } from '../../kernel/remediation.ts';
import { detachCommand } from '../../lib/detach-policy.ts';
import { listed } from '../../lib/listed.ts';
import { listAttached, listInline } from '../../lib/policy-audits.ts';

export const userHasNoPoliciesOfItsOwn = defineRule({
  id: 'aws-iam-user-has-no-policies-of-its-own',
  title: 'Users have their rights through groups only',
  description:
    'No managed policy may be attached to a user, and a user may have no inline policy. A permissions boundary is no such policy, as it grants nothing.',
  risk: 'Rights that hang on one person are not seen when a team is reviewed, and stay when the person changes jobs. Copies of them drift apart.',
  attack:
    'By itself it opens nothing. Somebody changes teams and leaves the groups of the old one; the policy that hangs on their user is missed and stays. When their key is stolen two years later, the thief can still change what belongs to the old team.',
  audit: {
    console: [
      'Open IAM → Users and choose the user.',
      'Permissions → Permissions policies: each is attached via a group, none directly or inline.',
    ],
    cli: (target) => `${listAttached('user', target)}\n${listInline('user', target)}`,
    good: '`AttachedPolicies` and `PolicyNames` are empty.',
  },
  severity: 'low',
  categories: ['identity'],
  resource: 'AWS::IAM::User',
  reads: ['authorizationDetails'],
  controls: { 'cis-aws': ['groups-only'], fsbp: ['IAM.2'] },
  remediation: {
    summary: 'Put the user into a group that has these rights, then take its own policies away.',
    impact: 'None, where the group allows the same. A user can be in ten groups at the most.',
    effort: 'minutes',
    console: [
      'Open IAM → User groups and attach the policy to the group of those who do the same work.',
      'Add the user to the group.',
      'Open the user → Permissions and remove the policies attached directly and inline.',
    ],
    cli: (target) => detachCommand('user', target),
    terraform: ({ name }) => `resource "aws_iam_user_group_membership" "${hclName(name)}" {
  user   = ${hclString(name)}
  groups = ["GROUP_NAME"] # in the place of aws_iam_user_policy and aws_iam_user_policy_attachment
}`,
    cloudformation: ({ name }) => `User:
  Type: AWS::IAM::User
  Properties:
    UserName: ${JSON.stringify(name)}
    Groups: [GROUP_NAME] # without Policies and ManagedPolicyArns`,
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html',
  },

  evaluate: ({ authorizationDetails: { AttachedManagedPolicies = [], UserPolicyList = [] } }) => {
    const evidence = nonEmpty(
      [
        ...UserPolicyList.map((_policy, index) => `/authorizationDetails/UserPolicyList/${index}/PolicyName`),
        ...AttachedManagedPolicies.map(
          (_policy, index) => `/authorizationDetails/AttachedManagedPolicies/${index}/PolicyArn`,
        ),
      ].map((pointer) => ({ pointer, expected: 'is not the user’s own, but a group’s' })),
    );
    if (!evidence) return pass;
    const names = [...UserPolicyList, ...AttachedManagedPolicies].map(({ PolicyName = '' }) => `"${PolicyName}"`);
    const what = names.length === 1 ? 'a policy' : 'policies';
    return { status: 'fail', message: `The user has ${what} of its own: ${listed(names)}.`, evidence };
  },
});
