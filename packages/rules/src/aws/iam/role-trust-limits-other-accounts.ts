import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, notApplicable, pass } from '../../kernel/outcome.ts';
import type { Parameter } from '../../kernel/parameter.ts';
import { otherAccounts } from '../../lib/account-trust.ts';
import { readTrust } from '../../lib/policy-audits.ts';
import { trustFixes } from '../../lib/trust-fixes.ts';

const trustedAccounts: Parameter<readonly string[]> = {
  description: 'Accounts of your own, which may be trusted without a condition: their 12 digits.',
  schema: { type: 'array', items: { type: 'string', pattern: '^\\d{12}$' }, uniqueItems: true },
  default: [],
};

export const roleTrustLimitsOtherAccounts = defineRule({
  id: 'aws-iam-role-trust-limits-other-accounts',
  title: 'Trust policies let in other accounts under a condition only',
  description:
    'A statement of the trust policy that names another account, or a principal of it, needs a condition with a fixed value: sts:ExternalId, which a third party asks you to set, or one that says who, such as aws:PrincipalOrgID; MFA is not one. A Deny of everyone else counts as a condition. A principal that is named weighs less than a whole account. Accounts of your own can be set. Everyone (`*`) is left to aws-iam-role-trust-is-not-open. Services of AWS that are trusted without aws:SourceAccount or aws:SourceArn (the confused deputy) are not judged.',
  risk: 'A vendor that serves many customers from one account can be tricked into using your role for another of them. And whoever takes over anything in that account, or is given rights there, is in yours.',
  attack:
    'A vendor reads the accounts of many customers from one account of its own. Someone becomes a customer as well and enters the ARN of your role as theirs. Without an external ID the service of the vendor cannot tell the difference: it assumes your role and shows them what it reads there.',
  audit: {
    console: [
      'Open IAM → Roles and choose the role.',
      'Trust relationships: each statement that names another account has a condition on an external ID or an organization.',
    ],
    cli: readTrust,
    good: 'Each `Statement` whose `Principal` is of another account has a `Condition` on `sts:ExternalId`, `aws:PrincipalOrgID` or another key that says who, with a value without wildcards.',
  },
  severity: 'medium',
  categories: ['identity'],
  resource: 'AWS::IAM::Role',
  reads: ['authorizationDetails'],
  parameters: { trustedAccounts },
  controls: {
    'nist-800-53-r5': ['AC-3', 'AC-6', 'AC-20', 'IA-8'],
    'nist-csf-2': ['PR.AA-05'],
  },
  remediation: {
    summary:
      'For a third party: the external ID that it gives you. Within your organization: aws:PrincipalOrgID. And name the role that needs it, not the account.',
    impact: 'Callers that send no external ID, or are not of the organization, can no longer assume the role.',
    effort: 'minutes',
    console: [
      'Open IAM → Roles and choose the role.',
      'Trust relationships → Edit trust policy.',
      'Add the condition to the statement that names the other account, then Update policy.',
    ],
    ...trustFixes(({ partition }) => ({
      Principal: { AWS: `arn:${partition}:iam::OTHER_ACCOUNT_ID:role/ROLE_NAME` },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': 'EXTERNAL_ID' } },
    })),
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user_externalid.html',
  },

  evaluate: (
    { authorizationDetails: { AssumeRolePolicyDocument = {}, Path = '/' } },
    { resource, snapshot, parameters },
  ) => {
    if (Path.startsWith('/aws-service-role/') || Path.startsWith('/aws-reserved/'))
      return notApplicable('AWS writes the trust policy of this role.');
    const open = otherAccounts(AssumeRolePolicyDocument, {
      arn: resource.id,
      account: snapshot.id,
      trusted: parameters.trustedAccounts,
    });
    const evidence = nonEmpty(
      open.map(({ pointer }) => ({
        pointer: `/authorizationDetails/AssumeRolePolicyDocument${pointer}`,
        expected: 'has a condition with a fixed external ID or organization',
      })),
    );
    const worst = open.find(({ severity }) => !severity) ?? open[0];
    if (!worst || !evidence) return pass;
    return {
      status: 'fail',
      message: `The trust policy lets ${worst.who} assume the role without a condition on an external ID or organization.`,
      severity: worst.severity,
      evidence,
    };
  },
});
