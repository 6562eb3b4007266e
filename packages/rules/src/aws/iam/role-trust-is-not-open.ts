import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass } from '../../kernel/outcome.ts';
import { readTrust } from '../../lib/policy-audits.ts';
import { openTrusts } from '../../lib/role-trust.ts';
import { trustFixes } from '../../lib/trust-fixes.ts';

export const roleTrustIsNotOpen = defineRule({
  id: 'aws-iam-role-trust-is-not-open',
  title: 'Trust policies let no strangers assume a role',
  description:
    'A statement of the trust policy that lets everyone (`*`) assume the role needs a condition with a fixed value that says who: an organization, an account, a principal, a network. An external ID is not one. A Deny of everyone else counts as such a condition. Other accounts that are named, and web identity providers, have rules of their own; SAML providers count as known. Services of AWS that are trusted without aws:SourceAccount or aws:SourceArn (the confused deputy) are not judged.',
  risk: 'Anyone who learns the name of the role can become it from an account of their own, without a credential of yours. Role names are guessed from public code, error messages and bucket policies.',
  attack:
    'The ARN of the role stands in a public repository. Someone calls sts:AssumeRole with it from an account of their own; AWS asks for nothing more and hands out a session. They do whatever the role may do, and the owner sees at most a call from an account that nobody knows.',
  audit: {
    console: [
      'Open IAM → Roles and choose the role.',
      'Trust relationships: no statement that allows has `*` as its principal without a condition that says who.',
    ],
    cli: readTrust,
    good: 'No `Statement` has a `Principal` of `*`, or its `Condition` names an organization, an account, a principal or a network.',
  },
  severity: 'critical',
  categories: ['identity', 'public-exposure'],
  resource: 'AWS::IAM::Role',
  reads: ['authorizationDetails'],
  controls: {
    'cis-aws': ['no-principal-star'],
    'nist-800-53-r5': ['AC-3', 'AC-6', 'IA-2'],
    'nist-csf-2': ['PR.AA-05'],
  },
  remediation: {
    summary:
      'Name the accounts, roles or services that may assume the role, or add a condition such as aws:PrincipalOrgID.',
    impact:
      'Whoever assumes the role today and is not named can no longer do so. CloudTrail lists them as AssumeRole events.',
    effort: 'hours',
    console: [
      'Open IAM → Roles and choose the role.',
      'Trust relationships → Edit trust policy.',
      'Replace the open principal by those that need the role, then Update policy.',
    ],
    ...trustFixes(({ account, partition }) => ({
      Principal: { AWS: `arn:${partition}:iam::${account}:root` },
      Action: 'sts:AssumeRole',
    })),
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  },

  evaluate: ({ authorizationDetails: { AssumeRolePolicyDocument, Path = '/' } }) => {
    if (Path.startsWith('/aws-service-role/'))
      return notApplicable('AWS writes the trust policy of a service-linked role.');
    const [open, ...others] = openTrusts(AssumeRolePolicyDocument ?? {});
    if (!open) return pass;
    const worst = others.find(({ severity }) => !severity) ?? open;
    const evidence = ({ pointer }: typeof open) => ({
      pointer: `/authorizationDetails/AssumeRolePolicyDocument${pointer}`,
      expected: 'names who may assume the role, or has a condition with a fixed value that does',
    });
    return {
      status: 'fail',
      message: `The trust policy lets ${worst.who} assume the role.`,
      severity: open.severity && worst.severity,
      evidence: [evidence(open), ...others.map(evidence)],
    };
  },
});
