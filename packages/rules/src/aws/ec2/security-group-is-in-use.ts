import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable } from '../../kernel/outcome.ts';
import { sh, type RemediationTarget } from '../../kernel/remediation.ts';
import { otherOwner } from '../../lib/other-owner.ts';
import { readTemplatesWhere } from '../../lib/template-version.ts';
import { judgeUse } from '../../lib/use.ts';
import { interfaceOfGroup } from '../relations/ec2.ts';
import { groupThatNamesGroup, templateOfGroup } from '../relations/in-use.ts';

export const securityGroupIsInUse = defineRule({
  id: 'aws-ec2-security-group-is-in-use',
  title: 'Security groups are in use',
  description:
    'A group must be on a network interface of any kind, or be named by a rule of another group or by the default version of a launch template. Default groups, which cannot be deleted, and groups that another account shares are left out. What has no interface just now is not seen: a function that has not run for weeks, a service at zero.',
  risk: 'Groups pile up when what they were made for is gone, open rules included. Someone who needs a group picks one that sounds right, and opens what its author opened years ago.',
  attack:
    'A group of a project that ended lets in SSH from everywhere. Someone who launches a server takes it because its name fits, and does not look at its rules. A scanner finds the port within the hour, and guesses passwords from then on. Until someone takes it, the group opens nothing.',
  audit: {
    console: [
      'Open EC2 → Network interfaces and filter by the group.',
      'Open EC2 → Security groups and filter by its id as the source, and then as the destination, of rules.',
      'Open EC2 → Launch templates and see the security groups of the default versions.',
    ],
    cli: readUses,
    good: 'One of the lists has an entry beside the group itself, or the group is gone.',
  },
  severity: 'low',
  categories: ['network'],
  resource: 'AWS::EC2::SecurityGroup',
  reads: ['securityGroup'],
  needs: { interface: interfaceOfGroup, group: groupThatNamesGroup, template: templateOfGroup },
  controls: { 'nist-800-53-r5': ['CM-8(1)'], 'nist-csf-2': ['ID.AM-02'] },
  remediation: {
    summary: 'Ask who made the group, look for functions and services that are idle, and delete it.',
    impact: 'What is launched later and names the group, in a template or a function, cannot start.',
    effort: 'minutes',
    console: [
      'Open EC2 → Security groups and choose the group.',
      'See under "Sharing" and "VPC associations" that nobody else has it, and ask its owner.',
      'Actions → Delete security groups.',
    ],
    cli: ({ region, localId }) => sh`aws ec2 delete-security-group --region ${region} --group-id ${localId}`,
    terraform: () => '# Remove the aws_security_group and its rules from the configuration, and apply.',
    cloudformation: () => '# Remove the AWS::EC2::SecurityGroup from the template, and update the stack.',
    docs: 'https://docs.aws.amazon.com/config/latest/developerguide/ec2-security-group-attached-to-eni-periodic.html',
  },

  evaluate: ({ securityGroup }, { snapshot, interface: attached, group, template }) => {
    if (securityGroup.GroupName === 'default')
      return notApplicable('It is the default group of its VPC, which cannot be deleted.');
    const other = otherOwner(securityGroup.OwnerId, snapshot);
    if (other) return notApplicable(other);
    return judgeUse([attached, group, template], {
      status: 'fail',
      message: 'No network interface has the group, and nothing names it.',
      evidence: [{ pointer: '/securityGroup/GroupId', expected: 'is on a network interface' }],
    });
  },
});

function readUses(target: RemediationTarget): string {
  const { region, localId } = target;
  const naming = (filter: string) =>
    sh`aws ec2 describe-security-groups --region ${region} --filters ${`Name=${filter},Values=${localId}`} --query 'SecurityGroups[].GroupId'`;
  return `${sh`aws ec2 describe-network-interfaces --region ${region} --filters ${`Name=group-id,Values=${localId}`} --query 'NetworkInterfaces[].NetworkInterfaceId'`}
${naming('ip-permission.group-id')}
${naming('egress.ip-permission.group-id')}
${readTemplatesWhere(target, `contains(to_string(LaunchTemplateData),\`"${localId}"\`)`)}`;
}
