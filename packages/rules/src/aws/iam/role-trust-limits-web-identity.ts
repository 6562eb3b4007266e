import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, notApplicable, pass } from '../../kernel/outcome.ts';
import { SEVERITIES } from '../../kernel/severity.ts';
import { readTrust } from '../../lib/policy-audits.ts';
import { trustFixes } from '../../lib/trust-fixes.ts';
import { looseWebIdentities } from '../../lib/web-identity-trust.ts';

export const roleTrustLimitsWebIdentity = defineRule({
  id: 'aws-iam-role-trust-limits-web-identity',
  title: 'Trust policies limit web identities to their audience and subject',
  description:
    "A statement of the trust policy that trusts a web identity provider needs conditions on whose tokens count. For an OIDC provider such as GitHub's: a `sub` (or a repository's or organization's id) that names the organization and the repository, and a fixed `aud`. A missing `sub`, one that names no organization (`repo:*`), one that names only the organization (`repo:acme/*`), `ForAllValues` or `IfExists` on it, and a missing `aud` weigh differently. For Google, Amazon, Facebook and Cognito it is the application, and for Cognito that guests are shut out. SAML providers are not judged.",
  risk: "A provider such as GitHub signs tokens for every one of its users. Without a tight subject anyone's workflow becomes the role, with no credential of yours.",
  attack:
    'The role trusts the tokens of a public build service, whoever they were made for. Someone makes a free repository there, with a workflow that asks for a token and calls sts:AssumeRoleWithWebIdentity with the ARN of the role. AWS sees that the provider signed the token, and hands out a session. From then on their workflow deploys, reads or deletes as yours does.',
  audit: {
    console: [
      'Open IAM → Roles and choose the role.',
      'Trust relationships: each statement with a web identity provider has conditions on the audience and the subject of its tokens.',
    ],
    cli: readTrust,
    good: 'Each `Statement` that allows `sts:AssumeRoleWithWebIdentity` has a `Condition` on `aud` with a fixed value and on `sub` with organization and repository; for Google, Amazon, Facebook and Cognito, on the application.',
  },
  severity: 'high',
  categories: ['identity', 'public-exposure'],
  resource: 'AWS::IAM::Role',
  reads: ['authorizationDetails'],
  controls: {
    'nist-800-53-r5': ['AC-3', 'AC-6', 'IA-2', 'IA-8'],
    'nist-csf-2': ['PR.AA-03', 'PR.AA-05'],
  },
  remediation: {
    summary:
      'Add conditions with the provider’s aud and a sub that names organization, repository and branch or environment.',
    impact: 'Workflows of other repositories and branches can no longer assume the role.',
    effort: 'minutes',
    console: [
      'Open IAM → Roles and choose the role.',
      'Trust relationships → Edit trust policy.',
      'Add StringEquals conditions on the provider’s aud and sub, then Update policy.',
    ],
    ...trustFixes(({ account, partition }) => ({
      Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/token.actions.githubusercontent.com` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': 'repo:ORGANIZATION/REPOSITORY:ref:refs/heads/main',
        },
      },
    })),
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  },

  evaluate: ({ authorizationDetails: { AssumeRolePolicyDocument = {} } }) => {
    const found = looseWebIdentities(AssumeRolePolicyDocument);
    if (!found) return NO_PROVIDER;
    const loose = found.toSorted((one, other) => rank(one) - rank(other));
    const evidence = nonEmpty(
      loose.map(({ pointer }) => ({
        pointer: `/authorizationDetails/AssumeRolePolicyDocument${pointer}`,
        expected: 'has conditions with a fixed audience and a subject that names organization and repository',
      })),
    );
    const [worst] = loose;
    if (!worst || !evidence) return pass;
    return {
      status: 'fail',
      message: `The trust policy lets in ${worst.who}.`,
      severity: worst.severity,
      evidence,
    };
  },
});

const NO_PROVIDER = notApplicable('The role trusts no web identity provider.');

function rank({ severity }: { readonly severity?: { readonly is: (typeof SEVERITIES)[number] } | undefined }): number {
  return SEVERITIES.indexOf(severity?.is ?? 'high');
}
