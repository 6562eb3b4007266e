import { defineRule } from '../../kernel/define-rule.ts';
import { pass } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { administratorGrant } from '../../lib/administrator-access.ts';
import { customerStatements } from '../../lib/customer-policy.ts';
import { listed } from '../../lib/listed.ts';
import {
  narrowVersion,
  narrowVersionTemplate,
  narrowVersionTerraform,
  READ_ONE_BUCKET,
} from '../../lib/narrow-policy.ts';
import { permissionsBy } from '../../lib/permissions.ts';
import { readDefaultVersion } from '../../lib/policy-audits.ts';

export const policyAllowsNoFullAdmin = defineRule({
  id: 'aws-iam-policy-allows-no-full-admin',
  title: 'Customer managed policies allow no full administrator rights',
  description:
    'The default version of a customer managed policy must not allow every action on every resource, however it is written: `*`, `*:*`, `NotAction` or `NotResource`. A Deny in the same policy, or an exception, counts only where it leaves no way to change permissions in IAM: whoever has one can take the rest back. Policies of AWS are judged where they are attached; one that is only a permissions boundary grants nothing.',
  risk: 'Whoever gets hold of one key or session with this policy owns the account: its data, its logs and its users. There is no second wall, as the same rights undo every other guard.',
  attack:
    'Somebody attaches the policy to the user of a new tool, as nothing narrower is at hand. The key of that user ends up in a log that many can read. Whoever finds it there reads, changes and deletes what they like in the account, and makes a second way in for themselves.',
  audit: {
    console: [
      'Open IAM → Policies and choose the policy.',
      'Permissions → JSON: no statement allows every action on every resource.',
      'Entities attached shows who has it.',
    ],
    cli: ({ id }) => `${readDefaultVersion(id)}\n${sh`aws iam list-entities-for-policy --policy-arn ${id}`}`,
    good: 'No `Statement` with the `Effect` `Allow` is about every action and every `Resource`. The second answer tells who has the policy.',
  },
  severity: 'high',
  categories: ['identity'],
  resource: 'AWS::IAM::ManagedPolicy',
  reads: ['authorizationDetails'],
  controls: { 'cis-aws': ['no-star-star'], fsbp: ['IAM.1'] },
  remediation: {
    summary: 'Write a new version that allows only the actions and resources that are used, and make it the default.',
    impact:
      'Whoever holds the policy loses what the new version leaves out. Look at the last accessed services of its holders first.',
    effort: 'hours',
    console: [
      'Open IAM → Policies and choose the policy.',
      'Entities attached shows who holds it; Last accessed shows what they use.',
      'Permissions → Edit: replace the statement, then save it as the default version.',
    ],
    cli: (target) => narrowVersion(target, READ_ONE_BUCKET),
    terraform: (target) => narrowVersionTerraform(target, READ_ONE_BUCKET),
    cloudformation: (target) => narrowVersionTemplate(target, READ_ONE_BUCKET),
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  },

  evaluate: ({ authorizationDetails }, { resource, snapshot }) => {
    const policy = customerStatements(resource, authorizationDetails);
    if ('outcome' in policy) return policy.outcome;
    const found = administratorGrant(permissionsBy(policy.statements), snapshot);
    if (!found) return pass;
    const conditional = found.depends.length > 0;
    const unattached = authorizationDetails.AttachmentCount === 0;
    return {
      status: 'fail',
      message: `The policy allows everything on every resource${conditional ? `, under a condition on ${listed(found.depends)}` : ''}.`,
      severity: conditional
        ? { is: 'medium', because: 'The rights hold only under a condition.' }
        : unattached
          ? { is: 'medium', because: 'The policy is attached to nobody.' }
          : undefined,
      evidence: [
        { pointer: found.by.pointer, expected: 'allows only the actions and resources that are needed' },
        { pointer: '/authorizationDetails/AttachmentCount', expected: 'tells how many hold the policy', ok: true },
      ],
    };
  },
});
