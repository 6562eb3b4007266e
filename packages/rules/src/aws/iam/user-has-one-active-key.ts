import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, notApplicable, pass } from '../../kernel/outcome.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';

export const userHasOneActiveKey = defineRule({
  id: 'aws-iam-user-has-one-active-key',
  title: 'Users have one active access key at most',
  description:
    'Of the two access keys that a user can have, one at most may be active. A second one is there for the days of a rotation; inactive keys do not count. A user without a key does not apply.',
  risk: 'A second key that stays is one more secret to leak, and the one that nobody misses. When a key leaks, nobody is sure which of the two to turn off.',
  attack:
    'By itself a second key opens nothing. But when a key of the user leaks, the team turns off the one that it knows of and takes the matter for closed. It was the other one that leaked, and whoever has it goes on.',
  audit: {
    console: [
      'Open IAM → Users and choose the user.',
      'Security credentials → Access keys shows which keys are active.',
    ],
    cli: ({ name }) => sh`aws iam list-access-keys --user-name ${name}`,
    good: 'At most one key has the `Status` `Active`.',
  },
  severity: 'low',
  categories: ['identity'],
  resource: 'AWS::IAM::User',
  reads: ['accessKeys'],
  controls: {
    'cis-aws': ['one-key'],
    'nist-800-53-r5': ['AC-2(1)', 'IA-5'],
    'nist-csf-2': ['PR.AA-01'],
  },
  remediation: {
    summary:
      'See which key is used last, move everything to the other, deactivate it, and delete it when nothing breaks.',
    impact: 'Whatever still signs with the key fails once it is inactive; that can be undone until it is deleted.',
    effort: 'hours',
    console: [
      'Open IAM → Users and choose the user.',
      'Security credentials → Access keys: look at Last used of both.',
      'Actions → Deactivate on the one that goes; after some days without errors, Delete.',
    ],
    cli: ({ name, evidence }) => {
      const [first] = evidence.map(({ actual }) => actual).filter((each) => typeof each === 'string');
      const key = first ?? 'ACCESS_KEY_ID';
      return `${sh`aws iam get-access-key-last-used --access-key-id ${key}`}
# When nothing uses it any more:
${sh`aws iam update-access-key --user-name ${name} --access-key-id ${key} --status Inactive`}
# Some days later, when nothing broke:
${sh`aws iam delete-access-key --user-name ${name} --access-key-id ${key}`}`;
    },
    terraform: ({ name }) => `resource "aws_iam_access_key" "${hclName(name)}" { # the only one of this user
  user = ${hclString(name)}
}`,
    cloudformation: ({ name }) => `AccessKey: # the only one of this user
  Type: AWS::IAM::AccessKey
  Properties:
    UserName: ${JSON.stringify(name)}`,
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  },

  evaluate: ({ accessKeys }) => {
    const active = nonEmpty(
      accessKeys.flatMap(({ Status }, index) =>
        Status === 'Active'
          ? [{ pointer: `/accessKeys/${index}/AccessKeyId`, expected: 'is the only active key' }]
          : [],
      ),
    );
    if (!active) return notApplicable('The user has no active access key.');
    if (active.length === 1) return pass;
    return { status: 'fail', message: `The user has ${active.length} active access keys.`, evidence: active };
  },
});
