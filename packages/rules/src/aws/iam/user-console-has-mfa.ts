import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass } from '../../kernel/outcome.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';

export const userConsoleHasMfa = defineRule({
  id: 'aws-iam-user-console-has-mfa',
  title: 'Users with a console password have an MFA device',
  description:
    'A user who has a password for the console must have at least one MFA device, of whatever kind. Users without a password do not apply.',
  risk: 'A password alone is phished, reused or guessed, and then it is enough to sign in as the user from anywhere. A second factor stops all three.',
  attack:
    'A user types the password into a copy of the sign-in page that a mail led to. The attacker signs in with it minutes later, from anywhere, and nothing asks for more. With the rights of the user they create an access key of their own, which stays when the password is changed.',
  audit: {
    console: [
      'Open IAM → Users and choose the user.',
      'Security credentials → Console sign-in says whether there is a password; Multi-factor authentication (MFA) lists the devices.',
    ],
    cli: ({ name }) => sh`aws iam get-login-profile --user-name ${name}
aws iam list-mfa-devices --user-name ${name}`,
    good: '`MFADevices` has at least one entry, or the first command answers `NoSuchEntity`: the user has no password.',
  },
  severity: 'high',
  categories: ['identity'],
  resource: 'AWS::IAM::User',
  reads: ['loginProfile', 'mfaDevices'],
  controls: { 'cis-aws': ['user-mfa'], fsbp: ['IAM.5'] },
  remediation: {
    summary:
      'Let the user register an MFA device, best a passkey or security key; or delete the password if nobody signs in with it.',
    impact:
      'The user needs the device at each sign-in. Deleting the password ends console access and leaves access keys as they are.',
    effort: 'minutes',
    console: [
      'Open IAM → Users and choose the user.',
      'Security credentials → Multi-factor authentication → Assign MFA device.',
      'Choose passkey or security key and follow the steps.',
    ],
    cli: ({ name }) => `# The user registers the device. If nobody signs in with the password:
${sh`aws iam delete-login-profile --user-name ${name}`}`,
    terraform: ({
      name,
    }) => `# A device is registered by its owner; this keeps the user from everything else until then.
resource "aws_iam_user_policy_attachment" "${hclName(name)}_mfa" {
  user       = ${hclString(name)}
  policy_arn = aws_iam_policy.deny_all_without_mfa.arn
}`,
    cloudformation: ({
      name,
    }) => `# A device is registered by its owner; this keeps the user from everything else until then.
User:
  Type: AWS::IAM::User
  Properties:
    UserName: ${JSON.stringify(name)}
    ManagedPolicyArns:
      - !Ref DenyAllWithoutMfa # an AWS::IAM::ManagedPolicy`,
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html',
  },

  evaluate: ({ loginProfile, mfaDevices }) => {
    if (loginProfile === null) return notApplicable('The user has no password for the console.');
    if (mfaDevices.length > 0) return pass;
    return {
      status: 'fail',
      message: 'The user signs in to the console with a password only.',
      evidence: [
        { pointer: '/mfaDevices', expected: 'has at least one device' },
        { pointer: '/loginProfile/CreateDate', expected: 'tells since when there is a password', ok: true },
      ],
    };
  },
});
