import { defineRule } from '../../kernel/define-rule.ts';
import { nonEmpty, notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { days } from '../../kernel/parameter.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';

const DAY = 24 * 60 * 60 * 1000;

export const userAccessKeysAreRotated = defineRule({
  id: 'aws-iam-user-access-keys-are-rotated',
  title: 'Active access keys are younger than the rotation period',
  description:
    'Each active access key of a user must have been made no longer ago than the rotation period, counted back from the time of the snapshot. Inactive keys do not count; a user without an active key does not apply.',
  risk: 'Access keys work from anywhere and never expire; old ones lie in code, logs and laptops of people who have left. The longer a key lives, the more copies of it there are.',
  attack:
    'Four years ago somebody wrote the key into a build script, and the history of the repository still has it. Someone who comes to read that history, as a contractor or on a stolen laptop, tries the key, and it works. Nobody remembers where it is used, so nobody wonders where the calls come from.',
  audit: {
    console: [
      'Open IAM → Users and choose the user.',
      'Security credentials → Access keys shows when each key was created and whether it is active.',
    ],
    cli: ({ name }) => sh`aws iam list-access-keys --user-name ${name}`,
    good: 'No `CreateDate` of a key whose `Status` is `Active` is older than the rotation period: 90 days, if it was not set otherwise.',
  },
  severity: 'medium',
  categories: ['identity'],
  resource: 'AWS::IAM::User',
  reads: ['accessKeys'],
  parameters: { maxAgeDays: days('Oldest age of an active access key, in days.', 90) },
  controls: { 'cis-aws': ['rotate-keys'], fsbp: ['IAM.3'] },
  remediation: {
    summary:
      'Replace the key: make a second one, move its users over, deactivate the old one, delete it when nothing breaks. A role in its place needs no rotation.',
    impact:
      'Whatever still signs with the old key fails once it is inactive; that can be undone until the key is deleted.',
    effort: 'hours',
    console: [
      'Open IAM → Users and choose the user.',
      'Security credentials → Access keys → Create access key; give it to whatever uses the old one.',
      'Actions → Deactivate on the old key; after some days without errors, Delete.',
    ],
    cli: ({ name, evidence }) => {
      const old = evidence.find(({ pointer }) => pointer.endsWith('/AccessKeyId'))?.actual;
      const key = typeof old === 'string' ? old : 'ACCESS_KEY_ID';
      return `${sh`aws iam create-access-key --user-name ${name}`}
# When whatever used the old key uses the new one:
${sh`aws iam update-access-key --user-name ${name} --access-key-id ${key} --status Inactive`}
# Some days later, when nothing broke:
${sh`aws iam delete-access-key --user-name ${name} --access-key-id ${key}`}`;
    },
    terraform: ({ name }) => `resource "aws_iam_access_key" "${hclName(name)}" {
  user = ${hclString(name)}

  lifecycle {
    create_before_destroy = true # terraform apply -replace=aws_iam_access_key.${hclName(name)}
  }
}`,
    cloudformation: ({ name }) => `AccessKey:
  Type: AWS::IAM::AccessKey
  Properties:
    UserName: ${JSON.stringify(name)}
    Serial: 2 # one more than before: the key is replaced, and the old one deleted`,
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html',
  },

  evaluate: ({ accessKeys }, { now, parameters: { maxAgeDays } }) => {
    const active = accessKeys.flatMap(({ Status, CreateDate: made = '' }, index) =>
      Status === 'Active' ? [{ index, made, age: (now.getTime() - Date.parse(made)) / DAY }] : [],
    );
    if (active.length === 0) return notApplicable('The user has no active access key.');
    const old = active.filter(({ age }) => age > maxAgeDays);
    const evidence = nonEmpty(
      old.flatMap(({ index }) => [
        { pointer: `/accessKeys/${index}/CreateDate`, expected: `is at most ${maxAgeDays} days ago` },
        { pointer: `/accessKeys/${index}/AccessKeyId`, expected: 'names the key', ok: true },
      ]),
    );
    if (evidence) {
      const made = old.map((each) => each.made.slice(0, 10)).join(' and ');
      const what = old.length === 1 ? 'An active access key is' : 'Active access keys are';
      return { status: 'fail', message: `${what} older than ${maxAgeDays} days: made ${made}.`, evidence };
    }
    if (active.some(({ age }) => Number.isNaN(age)))
      return unknown({
        fact: 'accessKeys',
        reason: 'MALFORMED',
        message: 'The recording does not say when an active access key was made.',
      });
    return pass;
  },
});
