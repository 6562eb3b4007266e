import { defineRule } from '../../kernel/define-rule.ts';
import { pass } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { supportPolicy } from '../relations/account.ts';

export const hasSupportRole = defineRule({
  id: 'aws-account-has-support-role',
  title: 'Somebody may work with AWS Support',
  description:
    "AWS's managed policy AWSSupportAccess must be attached to a role, group or user. What other policies allow of AWS Support is not judged, nor who may assume the role.",
  risk: 'In an incident only the root user and full administrators can open a case, and both should stay locked away. Time is lost when it is most needed.',
  attack:
    'Keys of the account are stolen on a weekend, and instances start in every region. Those on call want AWS to help, but they may not open a case: only the root user can, and its MFA device lies in a safe. Until somebody has fetched it, the thief works on.',
  audit: {
    console: [
      'Open IAM → Policies and choose AWSSupportAccess.',
      'Entities attached lists the roles, groups and users that have it.',
    ],
    cli: ({ partition }) =>
      sh`aws iam list-entities-for-policy --policy-arn ${`arn:${partition}:iam::aws:policy/AWSSupportAccess`} --policy-usage-filter PermissionsPolicy`,
    good: 'At least one of `PolicyRoles`, `PolicyGroups` and `PolicyUsers` has an entry.',
  },
  severity: 'low',
  categories: ['identity', 'resilience'],
  resource: 'AWS::Account',
  reads: [],
  needs: { policy: supportPolicy },
  controls: {
    'cis-aws': ['support-role'],
    'nist-800-53-r5': ['IR-7', 'AC-6'],
    'nist-csf-2': ['RS.MA-01'],
  },
  remediation: {
    summary: 'Make a role that those on call may assume, and attach AWSSupportAccess to it.',
    impact: 'None: it allows working with support cases and nothing else.',
    effort: 'minutes',
    console: [
      'Open IAM → Roles → Create role → AWS account → This account.',
      'Choose the policy AWSSupportAccess.',
      'Name the role and let those on call assume it.',
    ],
    cli: ({
      partition,
      account,
    }) => `aws iam create-role --role-name support --assume-role-policy-document '${JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: `arn:${partition}:iam::${account}:root` }, Action: 'sts:AssumeRole' },
      ],
    })}'
aws iam attach-role-policy --role-name support --policy-arn arn:${partition}:iam::aws:policy/AWSSupportAccess`,
    terraform: ({ partition }) => `resource "aws_iam_role_policy_attachment" "support" {
  role       = aws_iam_role.support.name
  policy_arn = "arn:${partition}:iam::aws:policy/AWSSupportAccess"
}`,
    cloudformation: ({ partition }) => `SupportRole:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: "2012-10-17"
      Statement:
        - Effect: Allow
          Principal: { AWS: !Ref AWS::AccountId }
          Action: sts:AssumeRole
    ManagedPolicyArns:
      - arn:${partition}:iam::aws:policy/AWSSupportAccess`,
    docs: 'https://docs.aws.amazon.com/awssupport/latest/user/accessing-support.html',
  },

  evaluate: (_facets, { policy }) => {
    if (policy && policy.facets.authorizationDetails.AttachmentCount !== 0) return pass;
    return {
      status: 'fail',
      message:
        'AWSSupportAccess is attached to nobody: without another policy that allows it, only the root user can work with AWS Support.',
      evidence: [
        {
          pointer: policy ? '/authorizationDetails/AttachmentCount' : '/attached policies/AWSSupportAccess',
          expected: 'is attached to a role, group or user',
          of: policy ?? undefined,
        },
      ],
    };
  },
});
