import type { PolicyStatement } from '@plumbline/model';
import type { DeclaredControls } from '../frameworks/controls.ts';
import type { Audit } from '../kernel/audit.ts';
import { nonEmpty, notApplicable, pass, type NonEmpty, type Outcome } from '../kernel/outcome.ts';
import type { Remediation, RemediationTarget } from '../kernel/remediation.ts';
import type { SnapshotAccount } from '../kernel/relation.ts';
import { REACH } from './action-reach.ts';
import { leftToOthers } from './administrator-holder.ts';
import type { HeldStatement, Holder, HolderKind } from './held-policies.ts';
import { afterDenies, openHolder, takenOver } from './holder-texts.ts';
import { evidenceOf, inlineGrants, judge, nothingFound } from './holder-outcome.ts';
import { holderReach } from './holder-reach.ts';
import {
  narrowAtHolder,
  narrowAtHolderTemplate,
  narrowAtHolderTerraform,
  narrowVersion,
  narrowVersionTemplate,
  narrowVersionTerraform,
} from './narrow-policy.ts';
import { permissionsBy } from './permissions.ts';
import { readDefaultVersion, readInline } from './policy-audits.ts';
import type { LocatedStatement } from './policy-document.ts';
import { wildcardSeverity, wildcardsInWords } from './service-wildcard-outcome.ts';
import { serviceWildcards } from './service-wildcards.ts';

const shared = { severity: 'low', categories: ['identity'] } as const;

const meaning =
  'It may be one pattern (`s3:*`), several that cover all actions together, or NotAction. A Deny counts where it takes back a whole access level of the service, such as all that writes. On named resources it weighs less, and more where it includes managing permissions on every resource.';

const risk =
  'A wildcard grants what nobody thought of: deleting, sharing, changing policies, and whatever AWS adds to the service next year. What an attacker finds in one credential is then the whole service.';

const fix = {
  summary: 'Write down the actions that are used; access levels (`s3:Get*`, `s3:List*`) are a start.',
  impact: 'Actions that are not written down fail. Last accessed information shows those that were used.',
  effort: 'hours',
  docs: 'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21',
} as const;

function narrow({ partition }: RemediationTarget): PolicyStatement {
  return {
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: `arn:${partition}:s3:::BUCKET/*`,
  };
}

const controls: DeclaredControls = {
  'nist-800-53-r5': ['AC-3', 'AC-5', 'AC-6', 'AC-6(10)'],
  'nist-csf-2': ['PR.AA-05'],
};

const story =
  'The work behind it needs two or three actions of the service; the policy allows them all. So they can also delete what is there, share it with an account of their own, or turn its logs off. How far that goes depends on the service.';

const good =
  'No `Statement` that allows has a service and `*` alone as its `Action`, such as `s3:*`, nor a `NotAction`.';

/** What the rules about service-wide wildcards in inline policies say of users, groups and roles. */
export function serviceWildcardTexts(kind: HolderKind) {
  const remediation: Remediation = {
    ...fix,
    console: [
      `Open IAM, choose the ${kind}; Last accessed shows the actions it uses.`,
      'Permissions: edit the inline policy.',
      'Replace the wildcard by these actions.',
    ],
    cli: (target) => narrowAtHolder(kind, target, narrow),
    terraform: (target) => narrowAtHolderTerraform(kind, target, narrow),
    cloudformation: (target) => narrowAtHolderTemplate(kind, target, narrow),
  };
  const audit: Audit = {
    console: [openHolder(kind), 'Permissions: open each inline policy; none allows all actions of a service.'],
    cli: (target) => readInline(kind, target),
    good,
  };
  return {
    ...shared,
    description: `The inline policies of a ${kind} must not allow every action of a service, ${afterDenies(kind)}. ${meaning} Attached customer policies are judged by themselves; full administrators are left to aws-iam-${kind}-holds-no-full-admin.`,
    risk,
    attack: `${takenOver(kind)} ${story}`,
    audit,
    controls,
    remediation,
  };
}

export const serviceWildcardPolicyTexts = {
  ...shared,
  description: `The default version of a customer managed policy must not allow every action of a service. ${meaning} Policies used only as a permissions boundary do not apply.`,
  risk,
  attack: `Someone gets hold of a key of one who has the policy. ${story}`,
  audit: {
    console: ['Open IAM → Policies and choose the policy.', 'Permissions → JSON: it allows no whole service.'],
    cli: ({ id }) => readDefaultVersion(id),
    good,
  } satisfies Audit,
  controls: { fsbp: ['IAM.21'] as const },
  remediation: {
    ...fix,
    console: [
      'Open IAM → Policies and choose the policy.',
      'Entities attached shows who holds it; Last accessed shows what they use.',
      'Permissions → Edit: replace the wildcard by the actions that are used, then save it as the default version.',
    ],
    cli: (target) => narrowVersion(target, narrow),
    terraform: (target) => narrowVersionTerraform(target, narrow),
    cloudformation: (target) => narrowVersionTemplate(target, narrow),
  } satisfies Remediation,
};

export function holderWildcardOutcome(holder: Holder, account: SnapshotAccount): Outcome {
  const because = leftToOthers(holder, account);
  if (because !== null) return notApplicable(because);
  if ((holderReach(holder).inline & REACH.wholeService) === 0) return nothingFound(holder);
  const { found, outcome } = judge(holder, {
    among: inlineGrants,
    find: (permissions) => serviceWildcards(permissions),
    name: ({ by }) => by.policy + by.pointer,
  });
  if (outcome) return outcome;
  const statements = found.map(({ by }) => by) as unknown as NonEmpty<HeldStatement>;
  return {
    status: 'fail',
    message: `An inline policy of the ${holder.kind} allows ${wildcardsInWords(found)}: "${statements[0].policy}".`,
    severity: wildcardSeverity(found),
    evidence: evidenceOf(statements),
  };
}

export function policyWildcardOutcome(statements: readonly LocatedStatement[]): Outcome {
  const found = serviceWildcards(permissionsBy(statements));
  const evidence = nonEmpty(
    found.map(({ by }) => ({ pointer: by.pointer, expected: 'names the actions that are needed' })),
  );
  if (!evidence) return pass;
  return {
    status: 'fail',
    message: `The policy allows ${wildcardsInWords(found)}.`,
    severity: wildcardSeverity(found),
    evidence,
  };
}
