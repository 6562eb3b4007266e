import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { administratorOutcome } from '../../lib/administrator-holder.ts';
import { readRoleOfInstance } from '../../lib/instance-audits.ts';
import { goneState } from '../../lib/instance-state.ts';
import { publicAddresses } from '../../lib/public-address.ts';
import { managedPoliciesOfInstance, roleOfInstance } from '../relations/instance-role.ts';

export const instanceRoleHoldsNoFullAdmin = defineRule({
  id: 'aws-ec2-instance-role-holds-no-full-admin',
  title: 'Instances run with no administrator role',
  description:
    'Follows the instance profile to its role, and judges what the role may do by its inline and attached policies within its permissions boundary. It weighs more on an instance with a public address.',
  risk: 'Whoever gets code onto the instance, or makes it fetch a page for them, has the credentials of its role, and with them the whole account. The metadata service hands them out to every process.',
  attack:
    'Someone finds that a web application runs what they upload, and so gets a shell on its instance. The metadata service gives them the credentials of the role, which is an administrator. They make a user of their own, switch off the trails and copy every bucket: a hole in one application has become the whole account.',
  audit: {
    console: [
      'Open EC2 → Instances, choose the instance, and open its IAM role under Security.',
      'Permissions: see the policies that are attached and inline, and the permissions boundary.',
    ],
    cli: readRoleOfInstance,
    good: 'Neither `AdministratorAccess` is among the attached policies, nor does any policy have a statement that allows `Action` `*` on `Resource` `*`. An instance without a profile makes the second command fail.',
  },
  severity: 'high',
  categories: ['identity'],
  resource: 'AWS::EC2::Instance',
  reads: ['instance'],
  needs: { role: roleOfInstance, managed: managedPoliciesOfInstance },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'], 'nist-csf-2': ['PR.AA-05'] },
  remediation: {
    summary: 'Give the instance a profile whose role may do what the software on it needs, and no more.',
    impact:
      'What the software does beyond that fails. The access advisor of the role tells which services it has used.',
    effort: 'days',
    console: [
      'Open IAM → Roles, choose the role, and see under "Last accessed" what it uses.',
      'Make a role for EC2 with these rights.',
      'EC2 → Instances → Actions → Security → Modify IAM role: choose it, and update.',
    ],
    cli: ({
      region,
      localId,
    }) => sh`association=$(aws ec2 describe-iam-instance-profile-associations --region ${region} --filters ${`Name=instance-id,Values=${localId}`} --query 'IamInstanceProfileAssociations[0].AssociationId' --output text)
aws ec2 replace-iam-instance-profile-association --region ${region} --association-id "$association" --iam-instance-profile Name=your-narrow-profile`,
    terraform: () => `# In the aws_instance, or the aws_launch_template it comes from:
iam_instance_profile = aws_iam_instance_profile.narrow.name`,
    cloudformation: () => `# In the AWS::EC2::Instance:
IamInstanceProfile: !Ref NarrowProfile`,
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html',
  },

  evaluate: ({ instance }, { role, managed, snapshot }) => {
    const gone = goneState(instance);
    if (gone) return notApplicable(`The instance is ${gone}.`);
    if (!instance.IamInstanceProfile) return pass;
    if (!role) return notApplicable('The instance profile has no role.');
    const outcome = administratorOutcome(
      { kind: 'role', details: role.facets.authorizationDetails, managed },
      snapshot,
    );
    if (outcome.status !== 'fail') return outcome;
    const [first, ...rest] = outcome.evidence;
    const isPublic = publicAddresses(instance).some(({ family }) => family === 'ipv4');
    return {
      status: 'fail',
      message: `The instance runs with the role ${role.name}. ${outcome.message}`,
      severity:
        outcome.severity ?? (isPublic ? { is: 'critical', because: 'The instance has a public address.' } : undefined),
      evidence: [
        { pointer: '/instance/IamInstanceProfile/Arn', expected: 'leads to a role without full rights' },
        { of: role, ...first },
        ...rest.map((item) => ({ of: role, ...item })),
      ],
    };
  },
});
