import type { PolicyStatement } from '@plumbline/model';
import type { Audit } from '../kernel/audit.ts';
import type { Remediation, RemediationTarget } from '../kernel/remediation.ts';
import type { HolderKind } from './held-policies.ts';
import { afterDenies, openHolder, takenOver } from './holder-texts.ts';
import {
  narrowAtHolder,
  narrowAtHolderTemplate,
  narrowAtHolderTerraform,
  narrowVersion,
  narrowVersionTemplate,
  narrowVersionTerraform,
} from './narrow-policy.ts';
import { readDefaultVersion, readInline } from './policy-audits.ts';

const fix = {
  summary: 'Name the keys that are needed, by their ARNs.',
  impact: 'Data under a key that is not named can no longer be read. CloudTrail lists the keys that are used.',
  effort: 'hours',
  docs: 'https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html',
} as const;

function narrow({ account, partition }: RemediationTarget): PolicyStatement {
  return { Action: 'kms:Decrypt', Resource: `arn:${partition}:kms:eu-west-1:${account}:key/KEY_ID` };
}

const shared = { severity: 'medium', categories: ['identity', 'encryption'] } as const;

const risk =
  'Encryption then guards nothing from whoever has these credentials: access to a copy of the data is enough, in any bucket, disk or table. Keys made later for more secret data are included too.';

const good =
  'Each `Statement` that allows `kms:Decrypt` or `kms:ReEncryptFrom` names keys by their ARNs, or a `Deny` takes back the rest.';

/** What the rules about decryption by inline policies say of users, groups and roles. */
export function decryptTexts(kind: HolderKind) {
  const remediation: Remediation = {
    ...fix,
    console: [
      `Open IAM, choose the ${kind} and its Permissions.`,
      'Edit the inline policy with kms:Decrypt or kms:ReEncryptFrom.',
      'In the place of `*` name the ARNs of the keys.',
    ],
    cli: (target) => narrowAtHolder(kind, target, narrow),
    terraform: (target) => narrowAtHolderTerraform(kind, target, narrow),
    cloudformation: (target) => narrowAtHolderTemplate(kind, target, narrow),
  };
  const audit: Audit = {
    console: [
      openHolder(kind),
      'Permissions: open each inline policy; where it allows kms:Decrypt or kms:ReEncryptFrom, it names the keys.',
    ],
    cli: (target) => readInline(kind, target),
    good,
  };
  return {
    ...shared,
    description: `The inline policies of a ${kind} must not allow kms:Decrypt or kms:ReEncryptFrom on every key of the account or of one of its regions, ${afterDenies(kind)}. A condition, such as one on kms:ViaService, makes it weigh less. Attached policies are judged by themselves.`,
    risk,
    attack: `${takenOver(kind)} They come across a backup of the payroll, in a bucket that many may read because its objects are encrypted with a key of their own. That key leaves it to IAM who may use it, as most do, and the inline policy allows every key. What was to be kept apart by its key is read like everything else.`,
    audit,
    controls: { fsbp: ['KMS.2'] as const },
    remediation,
  };
}

/** The same of customer managed policies. */
export const decryptPolicyTexts = {
  ...shared,
  description:
    'The default version of a customer managed policy must not allow kms:Decrypt or kms:ReEncryptFrom on every key of the account or of one of its regions, after each Deny in it. A condition, such as one on kms:ViaService, makes it weigh less. Policies that are attached to nobody count too; those used only as a permissions boundary do not apply.',
  risk,
  attack:
    'The policy was written for a job that decrypts its own logs, and it allows every key, as that was easier. Later somebody attaches it to the role of a web application. A flaw in the application gives someone the session, and with it the clear text of whatever else they can reach that is encrypted.',
  audit: {
    console: [
      'Open IAM → Policies and choose the policy.',
      'Permissions → JSON: where it allows kms:Decrypt or kms:ReEncryptFrom, it names the keys.',
    ],
    cli: ({ id }) => readDefaultVersion(id),
    good,
  } satisfies Audit,
  controls: { fsbp: ['KMS.1'] as const },
  remediation: {
    ...fix,
    console: [
      'Open IAM → Policies and choose the policy.',
      'Permissions → Edit: in the statement with kms:Decrypt name the keys in the place of `*`.',
      'Save it as the default version.',
    ],
    cli: (target) => narrowVersion(target, narrow),
    terraform: (target) => narrowVersionTerraform(target, narrow),
    cloudformation: (target) => narrowVersionTemplate(target, narrow),
  } satisfies Remediation,
};
