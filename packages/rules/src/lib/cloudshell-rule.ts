import { pass, type Outcome } from '../kernel/outcome.ts';
import type { Audit } from '../kernel/audit.ts';
import { hclName, hclString, sh, type Remediation } from '../kernel/remediation.ts';
import type { Holder, HolderKind } from './held-policies.ts';
import { openHolder } from './holder-texts.ts';
import { listAttached } from './policy-audits.ts';

const SESSIONS = {
  user: 'the user',
  group: 'one member of the group',
  role: 'somebody who works in the role',
};

/** What the rules about CloudShell say of users, groups and roles. */
export function cloudShellTexts(kind: HolderKind) {
  const Kind = kind.charAt(0).toUpperCase() + kind.slice(1);
  const remediation: Remediation = {
    summary:
      'Detach AWSCloudShellFullAccess. Who needs the shell gets a policy that denies cloudshell:GetFileUploadUrls and cloudshell:GetFileDownloadUrls.',
    impact: 'CloudShell no longer opens for those who have it by this policy alone.',
    effort: 'minutes',
    console: [
      `Open IAM, choose the ${kind} and its Permissions.`,
      'Choose AWSCloudShellFullAccess and Remove.',
      'Attach a policy of your own that allows the shell without file transfer, where it is needed.',
    ],
    cli: ({ name, partition }) =>
      sh`aws iam detach-${kind}-policy --${kind}-name ${name} --policy-arn ${`arn:${partition}:iam::aws:policy/AWSCloudShellFullAccess`}`,
    terraform: ({ name }) => `resource "aws_iam_${kind}_policy_attachments_exclusive" "${hclName(name)}" {
  ${`${kind}_name`.padEnd(11)} = ${hclString(name)}
  policy_arns = [] # those that stay, without AWSCloudShellFullAccess
}`,
    cloudformation: ({ name }) => `${Kind}:
  Type: AWS::IAM::${Kind}
  Properties:
    ${Kind}Name: ${JSON.stringify(name)}
    ManagedPolicyArns: [] # those that stay, without AWSCloudShellFullAccess`,
    docs: 'https://docs.aws.amazon.com/cloudshell/latest/userguide/sec-auth-with-identities.html',
  };
  const audit: Audit = {
    console: [openHolder(kind), 'Permissions → Permissions policies does not list AWSCloudShellFullAccess.'],
    cli: (target) => listAttached(kind, target),
    good: '`AttachedPolicies` does not list `AWSCloudShellFullAccess`.',
  };
  return {
    severity: 'low',
    categories: ['identity'],
    description: `AWS's managed policy AWSCloudShellFullAccess must not be attached to a ${kind}. It is the attachment that counts; what other policies allow of CloudShell is not judged.`,
    risk: 'The policy lets files be moved in and out of a shell that has internet access and root rights in its container. Data leaves that way without passing any network of yours.',
    attack: `A false sign-in page takes the console session of ${SESSIONS[kind]}. Whoever has it opens CloudShell, copies objects and tables into it with the rights of that session, and downloads the files in the browser. The rights are no greater than before, but none of it passes a network or a machine that is watched.`,
    audit,
    controls: {
      'cis-aws': ['cloudshell-full'],
      'nist-800-53-r5': ['AC-3', 'AC-6'],
      'nist-csf-2': ['PR.AA-05'],
    },
    remediation,
  } as const;
}

const FULL_ACCESS = /^arn:[\w-]+:iam::aws:policy\/AWSCloudShellFullAccess$/;

export function cloudShellOutcome({ kind, details }: Pick<Holder, 'kind' | 'details'>): Outcome {
  const index = (details.AttachedManagedPolicies ?? []).findIndex(
    ({ PolicyArn = '' }) => PolicyArn.endsWith(':policy/AWSCloudShellFullAccess') && FULL_ACCESS.test(PolicyArn),
  );
  if (index < 0) return pass;
  return {
    status: 'fail',
    message: `AWSCloudShellFullAccess is attached to the ${kind}.`,
    evidence: [
      {
        pointer: `/authorizationDetails/AttachedManagedPolicies/${index}/PolicyArn`,
        expected: 'is not AWSCloudShellFullAccess',
      },
    ],
  };
}
