import type { DeclaredControls } from '../frameworks/controls.ts';
import type { Audit } from '../kernel/audit.ts';
import type { Remediation, RemediationTarget } from '../kernel/remediation.ts';
import type { HolderKind } from './held-policies.ts';
import { allPolicies, openHolder, takenOver } from './holder-texts.ts';
import { narrowAtHolder, narrowAtHolderTemplate, narrowAtHolderTerraform, READ_ONE_BUCKET } from './narrow-policy.ts';
import { OTHER, REFUSED, simulate } from './policy-audits.ts';

const controls: DeclaredControls = {
  'nist-800-53-r5': ['AC-3', 'AC-3(7)', 'AC-6'],
  'nist-csf-2': ['PR.AA-05', 'PR.DS-01'],
};

/** A read of each kind of data, of something that no policy names. */
function readOthers(target: RemediationTarget): string {
  const { account, partition } = target;
  const local = (service: string, resource: string) => `arn:${partition}:${service}:REGION:${account}:${resource}`;
  const asks = simulate(target, [
    ['s3:GetObject', `arn:${partition}:s3:::${OTHER}/object`],
    ['secretsmanager:GetSecretValue', local('secretsmanager', `secret:${OTHER}`)],
    ['ssm:GetParameter', local('ssm', `parameter/${OTHER}`)],
    ['dynamodb:GetItem', local('dynamodb', `table/${OTHER}`)],
    ['ebs:GetSnapshotBlock', `arn:${partition}:ec2:REGION::snapshot/snap-0123456789abcdef0`],
  ]);
  return `# Put a region that is used for REGION.\n${asks}`;
}

/** What the rules about reading all data say of users, groups and roles. */
export function dataReadsTexts(kind: HolderKind) {
  const remediation: Remediation = {
    summary:
      'Allow reading the buckets, secrets, parameters and tables that are needed, by name. For looking at settings, ViewOnlyAccess or SecurityAudit read no data.',
    impact: `What the ${kind} reads today and is not named can no longer be read. Look at its last accessed services first.`,
    effort: 'hours',
    console: [
      `Open IAM, choose the ${kind}; Last accessed shows what it reads.`,
      'Permissions: edit the policy, or replace the attached one (ReadOnlyAccess reads data too).',
      'In the place of `*` name the resources.',
    ],
    cli: (target) => narrowAtHolder(kind, target, READ_ONE_BUCKET),
    terraform: (target) => narrowAtHolderTerraform(kind, target, READ_ONE_BUCKET),
    cloudformation: (target) => narrowAtHolderTemplate(kind, target, READ_ONE_BUCKET),
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  };
  const audit: Audit = {
    console: [
      openHolder(kind),
      'Permissions: no policy allows reading objects, secrets, parameters, tables or snapshots on `*`; ReadOnlyAccess does.',
    ],
    cli: readOthers,
    good: REFUSED,
  };
  return {
    severity: 'medium',
    categories: ['identity'],
    description: `By ${allPolicies(kind)}, a ${kind} must not be able to read every S3 object, secret, SSM parameter, DynamoDB table or EBS snapshot of the account or of one of its regions. AWS's own policies, such as ReadOnlyAccess, count; what resource and key policies say is not taken in. Full administrators are left to aws-iam-${kind}-holds-no-full-admin.`,
    risk: 'One leaked session then reads everything of that kind, of today and of tomorrow: personal data, credentials of other systems, disks. Reading objects, tables and disks leaves no trace where data events are not logged.',
    attack: `${takenOver(kind)} They list what there is of buckets, secrets, tables or parameters and copy all of it; no call is refused, and what is read of objects and tables shows up nowhere unless data events are logged. Passwords among it still work when the stolen credential has long been turned off.`,
    audit,
    controls,
    remediation,
  } as const;
}
