import type { PolicyStatement } from '@plumbline/model';
import type { DeclaredControls } from '../frameworks/controls.ts';
import type { Audit } from '../kernel/audit.ts';
import type { Remediation, RemediationTarget } from '../kernel/remediation.ts';
import type { HolderKind } from './held-policies.ts';
import { allPolicies, openHolder, takenOver } from './holder-texts.ts';
import { narrowAtHolder, narrowAtHolderTemplate, narrowAtHolderTerraform } from './narrow-policy.ts';
import { OTHER, REFUSED, simulate } from './policy-audits.ts';

const controls: DeclaredControls = {
  'nist-800-53-r5': ['AC-2(7)', 'AC-3', 'AC-5', 'AC-6', 'AC-6(1)', 'AC-6(10)'],
  'nist-csf-2': ['PR.AA-05'],
};

/** Who makes roles for applications needs this much, within a boundary. */
function narrow({ account, partition }: RemediationTarget): PolicyStatement {
  return {
    Action: ['iam:CreateRole', 'iam:AttachRolePolicy', 'iam:PutRolePolicy'],
    Resource: `arn:${partition}:iam::${account}:role/app/*`,
    Condition: {
      StringEquals: { 'iam:PermissionsBoundary': `arn:${partition}:iam::${account}:policy/app-boundary` },
    },
  };
}

/** The most direct ways: on the holder itself, and on others that no policy names. */
function askWays(kind: HolderKind, target: RemediationTarget): string {
  const { id, account, partition } = target;
  const Kind = kind.charAt(0).toUpperCase() + kind.slice(1);
  const other = (type: HolderKind) => `arn:${partition}:iam::${account}:${type}/${OTHER}`;
  return simulate(target, [
    [`iam:Put${Kind}Policy`, id],
    [`iam:Attach${Kind}Policy`, id],
    ...(kind === 'role' ? [] : [['iam:AddUserToGroup', other('group')] as const]),
    ['iam:CreateAccessKey', other('user')],
    ['iam:UpdateLoginProfile', other('user')],
    ['iam:UpdateAssumeRolePolicy', other('role')],
    ['iam:AttachRolePolicy', other('role')],
    ['iam:PassRole', other('role')],
  ]);
}

/** What the rules about escalation say of users, groups and roles. */
export function escalationTexts(kind: HolderKind) {
  const self = kind === 'group' ? 'its members' : 'itself';
  const remediation: Remediation = {
    summary: `Take the rights over permissions away from the ${kind}, or bind them to named resources with a permissions boundary on what it makes (iam:PermissionsBoundary).`,
    impact: `Whatever the ${kind} does with these rights stops where they are not named. Look at the calls to IAM in CloudTrail first.`,
    effort: 'hours',
    console: [
      `Open IAM, choose the ${kind} and its Permissions.`,
      'Edit the policy with the actions that were found, or detach it.',
      'For those who make roles: name a path, and add the condition iam:PermissionsBoundary.',
    ],
    cli: (target) => narrowAtHolder(kind, target, narrow),
    terraform: (target) => narrowAtHolderTerraform(kind, target, narrow),
    cloudformation: (target) => narrowAtHolderTemplate(kind, target, narrow),
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  };
  const audit: Audit = {
    console: [
      openHolder(kind),
      'Permissions: open each policy; where it allows actions of IAM that write, they are on named resources only.',
      'iam:PassRole names the roles that may be passed.',
    ],
    cli: (target) => askWays(kind, target),
    good: `${REFUSED} These are the most direct ways; the finding names the one that is open. iam:PassRole is a way where something may be started with the role.`,
  };
  return {
    severity: 'high',
    categories: ['identity'],
    description: `By ${allPolicies(kind)}, a ${kind} must not be able to give ${self} the rights it lacks: by writing or attaching policies, making credentials of other users, making a user, group or role with any rights, opening roles, or passing any role to code that it runs. An action counts where its resources include what the way needs, such as its own ARN. A condition that the recording cannot tell makes it weigh less. That there are a stronger user and a role worth passing is taken for granted; ways over resources that exist, such as a function whose code can be replaced, are not judged. Full administrators are left to aws-iam-${kind}-holds-no-full-admin.`,
    risk: `The ${kind} is an administrator in all but name: a stolen session becomes one with a call or two. Reviews that look for AdministratorAccess do not see it.`,
    attack: `${takenOver(kind)} What it may do looks narrow, but some of it is over permissions: to attach a policy, to make a key for another user, or to pass any role to code of one's own. A call or two later they have the rights of an administrator, and with these they read, delete and stay.`,
    audit,
    controls,
    remediation,
  } as const;
}
