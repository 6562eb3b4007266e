import type { PolicyStatement } from '@plumbline/model';
import type { DeclaredControls } from '../frameworks/controls.ts';
import type { Remediation, RemediationTarget } from '../kernel/remediation.ts';
import type { HolderKind } from './held-policies.ts';
import { allPolicies } from './holder-texts.ts';
import { narrowAtHolder, narrowAtHolderTemplate, narrowAtHolderTerraform } from './narrow-policy.ts';

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
  return {
    severity: 'high',
    categories: ['identity'],
    description: `By ${allPolicies(kind)}, a ${kind} must not be able to give ${self} the rights it lacks: by writing or attaching policies, making credentials of other users, making a user, group or role with any rights, opening roles, or passing any role to code that it runs. An action counts where its resources include what the way needs, such as its own ARN. A condition that the recording cannot tell makes it weigh less. That there are a stronger user and a role worth passing is taken for granted; ways over resources that exist, such as a function whose code can be replaced, are not judged. Full administrators are left to aws-iam-${kind}-holds-no-full-admin.`,
    risk: `The ${kind} is an administrator in all but name: a stolen session becomes one with a call or two. Reviews that look for AdministratorAccess do not see it.`,
    controls,
    remediation,
  } as const;
}
