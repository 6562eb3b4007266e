import type { PolicyStatement } from '@plumbline/model';
import type { DeclaredControls } from '../frameworks/controls.ts';
import type { Audit } from '../kernel/audit.ts';
import type { Remediation, RemediationTarget } from '../kernel/remediation.ts';
import type { HolderKind } from './held-policies.ts';
import { allPolicies, openHolder, takenOver } from './holder-texts.ts';
import {
  narrowAtHolder,
  narrowAtHolderTemplate,
  narrowAtHolderTerraform,
  narrowVersion,
  narrowVersionTemplate,
  narrowVersionTerraform,
} from './narrow-policy.ts';
import { OTHER, readDefaultVersion, REFUSED, simulate } from './policy-audits.ts';

const shared = {
  severity: 'medium',
  categories: ['identity'],
} as const;

const controls: DeclaredControls = {
  'nist-800-53-r5': ['AC-3', 'AC-5', 'AC-6', 'AC-6(10)'],
  'nist-csf-2': ['PR.AA-05'],
};

const fix = {
  summary: 'Name the roles that may be passed, and the service that they are passed to by iam:PassedToService.',
  impact: 'Passing a role that is not named fails, and with it the creation of whatever should run with it.',
  effort: 'hours',
  docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
} as const;

function narrow({ account, partition }: RemediationTarget): PolicyStatement {
  return {
    Action: 'iam:PassRole',
    Resource: `arn:${partition}:iam::${account}:role/ROLE_NAME`,
    Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
  };
}

/** What the rules about passing roles say of users, groups and roles. */
export function passRoleTexts(kind: HolderKind) {
  const remediation: Remediation = {
    ...fix,
    console: [
      `Open IAM, choose the ${kind} and its Permissions.`,
      'Edit the policy with iam:PassRole, or replace the attached one by a policy of your own.',
      'In its place of `*` name the roles; add the condition iam:PassedToService.',
    ],
    cli: (target) => narrowAtHolder(kind, target, narrow),
    terraform: (target) => narrowAtHolderTerraform(kind, target, narrow),
    cloudformation: (target) => narrowAtHolderTemplate(kind, target, narrow),
  };
  const audit: Audit = {
    console: [openHolder(kind), 'Permissions: open each policy; where it allows iam:PassRole, it names the roles.'],
    cli: (target) =>
      simulate(target, [['iam:PassRole', `arn:${target.partition}:iam::${target.account}:role/${OTHER}`]]),
    good: REFUSED,
  };
  return {
    ...shared,
    description: `By ${allPolicies(kind)}, a ${kind} must not be allowed iam:PassRole on every role of the account. A condition, such as one on iam:PassedToService, makes it weigh less. Full administrators are left to aws-iam-${kind}-holds-no-full-admin.`,
    risk: `Whoever may pass every role can have a service run code with the strongest one, and so have its rights. Every later role, however powerful, is included without anyone deciding it.`,
    attack: `${takenOver(kind)} The customers' data is closed to them, but like most who may pass roles they may also create functions. They create one with the role of the deployment pipeline, and it hands them the credentials of that role. The data is open to those.`,
    audit,
    controls,
    remediation,
  };
}

/** The same of customer managed policies. */
export const passRolePolicyTexts = {
  ...shared,
  description:
    'The default version of a customer managed policy must not allow iam:PassRole on every role of the account, after each Deny in it. A condition, such as one on iam:PassedToService, makes it weigh less. Policies that allow everything are left to aws-iam-policy-allows-no-full-admin.',
  risk: 'Every holder of the policy can have a service run code with the strongest role of the account, and so have its rights. Whoever attaches the policy later seldom looks that far into it.',
  attack:
    'The policy is attached to a team that should start its own containers. A key of one member leaks, and whoever has it starts a container with the strongest role of the account, which runs their commands. Nobody had decided that this team may use that role.',
  audit: {
    console: [
      'Open IAM → Policies and choose the policy.',
      'Permissions → JSON: where it allows iam:PassRole, it names the roles.',
    ],
    cli: ({ id }) => readDefaultVersion(id),
    good: 'Each `Statement` that allows `iam:PassRole` names roles in its `Resource`, or a `Deny` takes back the rest.',
  } satisfies Audit,
  controls,
  remediation: {
    ...fix,
    console: [
      'Open IAM → Policies and choose the policy.',
      'Permissions → Edit: in the statement with iam:PassRole name the roles in the place of `*`.',
      'Add the condition iam:PassedToService and save it as the default version.',
    ],
    cli: (target) => narrowVersion(target, narrow),
    terraform: (target) => narrowVersionTerraform(target, narrow),
    cloudformation: (target) => narrowVersionTemplate(target, narrow),
  } satisfies Remediation,
};
