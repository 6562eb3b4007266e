import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { days } from '../../kernel/parameter.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { workingCredentials } from '../../lib/credential-use.ts';
import { listed } from '../../lib/listed.ts';

export const userCredentialsAreInUse = defineRule({
  id: 'aws-iam-user-credentials-are-in-use',
  title: 'Passwords and access keys are in use',
  description:
    "By the credential report, a user's password and each active access key must have been used, made or changed within the period, counted back from the time of the snapshot. IAM.8 asks for 90 days, the CIS benchmark for 45, which is what is set here. A user with neither does not apply.",
  risk: 'Credentials that nobody uses are missed by nobody when they are stolen, and belong to people who left and projects that ended. They work as well as any other.',
  attack:
    'Somebody left the company a year ago, and their user still has its password. They had used the same one elsewhere, and it leaks from there. Someone tries it at the console and is in; as nobody works with that user any more, nobody sees sign-ins that are not theirs.',
  audit: {
    console: [
      'Open IAM → Users and choose the user.',
      'Security credentials → Console sign-in shows the last sign-in.',
      'Access keys shows when each key was last used.',
    ],
    cli: ({ name }) => sh`aws iam generate-credential-report
# Some seconds later:
aws iam get-credential-report --query Content --output text | base64 --decode | grep -e '^user,' -e ${`^${name},`}`,
    good: 'Where `password_enabled` is `true`, `password_last_used` or `password_last_changed` is at most 45 days ago, if it was not set otherwise; where `access_key_1_active` is `true`, so is `access_key_1_last_used_date` or `access_key_1_last_rotated`, and the same of key 2.',
  },
  severity: 'medium',
  categories: ['identity'],
  resource: 'AWS::IAM::User',
  reads: ['credentialReport'],
  parameters: { maxIdleDays: days('Longest time that a credential may go unused, in days.', 45) },
  controls: { 'cis-aws': ['unused-creds'], fsbp: ['IAM.8'] },
  remediation: {
    summary: 'Delete the password, deactivate the keys; delete the user when nothing breaks.',
    impact:
      'Whatever uses them once a quarter or once a year fails. Ask their owner first; inactive keys can be turned on again.',
    effort: 'minutes',
    console: [
      'Open IAM → Users and choose the user.',
      'Security credentials → Console sign-in → Manage → Disable console access.',
      'Access keys → Actions → Deactivate, and some days later Delete.',
    ],
    cli: ({ name }) => `# The password:
${sh`aws iam delete-login-profile --user-name ${name}`}
# The keys:
${sh`aws iam list-access-keys --user-name ${name}`}
${sh`aws iam update-access-key --user-name ${name} --access-key-id ${'ACCESS_KEY_ID'} --status Inactive`}`,
    terraform: ({ name }) => `# Remove aws_iam_user_login_profile of this user, or deactivate its key:
resource "aws_iam_access_key" "${hclName(name)}" {
  user   = ${hclString(name)}
  status = "Inactive"
}`,
    cloudformation: ({ name }) => `# Remove LoginProfile from the AWS::IAM::User, or deactivate its key:
AccessKey:
  Type: AWS::IAM::AccessKey
  Properties:
    UserName: ${JSON.stringify(name)}
    Status: Inactive`,
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html',
  },

  evaluate: ({ credentialReport }, { now, parameters: { maxIdleDays } }) => {
    const credentials = workingCredentials(credentialReport, now);
    if (credentials.length === 0) return notApplicable('The user has neither a password nor an active access key.');
    const idle = credentials.filter(({ idleDays }) => idleDays > maxIdleDays);
    const evidence = nonEmpty(
      idle.map(({ column }) => ({
        pointer: `/credentialReport/${column}`,
        expected: `is at most ${maxIdleDays} days ago`,
      })),
    );
    if (evidence) {
      const what = idle.map(({ name, used, idleDays }) =>
        used ? `${name} (${Math.floor(idleDays)} days)` : `${name} (never, in ${Math.floor(idleDays)} days)`,
      );
      return { status: 'fail', message: `Not used within ${maxIdleDays} days: ${listed(what)}.`, evidence };
    }
    if (credentials.some(({ idleDays }) => Number.isNaN(idleDays)))
      return unknown({
        fact: 'credentialReport',
        reason: 'MALFORMED',
        message: 'The credential report does not say when a credential was last used or made.',
      });
    return pass;
  },
});
