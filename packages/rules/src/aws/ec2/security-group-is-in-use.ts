import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { otherOwner } from '../../lib/other-owner.ts';
import { judgeUse } from '../../lib/use.ts';
import { interfacesOfGroup } from '../relations/ec2.ts';
import { groupsThatNameGroup, templatesOfGroup } from '../relations/in-use.ts';

export const securityGroupIsInUse = defineRule({
  id: 'aws-ec2-security-group-is-in-use',
  title: 'Security groups are in use',
  description:
    'A group must be on a network interface of any kind, or be named by a rule of another group or by the default version of a launch template. Default groups, which cannot be deleted, and groups that another account shares are left out. What has no interface just now is not seen: a function that has not run for weeks, a service at zero.',
  risk: 'Groups pile up when what they were made for is gone, open rules included. Someone who needs a group picks one that sounds right, and opens what its author opened years ago.',
  severity: 'low',
  categories: ['network'],
  resource: 'AWS::EC2::SecurityGroup',
  reads: ['securityGroup'],
  needs: { interfaces: interfacesOfGroup, groups: groupsThatNameGroup, templates: templatesOfGroup },
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

  evaluate: ({ securityGroup }, { snapshot, interfaces, groups, templates }) => {
    if (securityGroup.GroupName === 'default')
      return notApplicable('It is the default group of its VPC, which cannot be deleted.');
    const other = otherOwner(securityGroup.OwnerId, snapshot);
    if (other) return notApplicable(other);
    return judgeUse([interfaces, groups, templates], {
      status: 'fail',
      message: 'No network interface has the group, and nothing names it.',
      evidence: [{ pointer: '/securityGroup/GroupId', expected: 'is on a network interface' }],
    });
  },
});
