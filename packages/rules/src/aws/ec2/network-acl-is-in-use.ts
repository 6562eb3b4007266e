import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { otherOwner } from '../../lib/other-owner.ts';

export const networkAclIsInUse = defineRule({
  id: 'aws-ec2-network-acl-is-in-use',
  title: 'Network ACLs guard a subnet',
  description:
    'A network ACL must be associated with at least one subnet. The default ACL of a VPC cannot be deleted, so it may be without one.',
  risk: 'An ACL that guards nothing looks like protection to those who read the list. The day someone gives it to a subnet in a hurry, rules are in force that nobody has looked at for years.',
  attack:
    'An ACL of an old project allows everything, and nobody deleted it. In the middle of a move someone gives it to the subnet of the databases, because its name fits. From then on, an attacker who is in the VPC has to get past security groups alone. Until that day it harms nobody.',
  audit: {
    console: ['Open VPC → Network ACLs and choose the ACL.', 'Subnet associations: see whether there is one.'],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-network-acls --region ${region} --network-acl-ids ${localId} --query 'NetworkAcls[].{IsDefault:IsDefault,Associations:Associations}'`,
    good: '`Associations` names a `SubnetId`, or `IsDefault` is `true`, or the ACL is gone.',
  },
  severity: 'low',
  categories: ['network'],
  resource: 'AWS::EC2::NetworkAcl',
  reads: ['networkAcl'],
  controls: { fsbp: ['EC2.16'] },
  remediation: {
    summary: 'Delete the ACL, or associate it with the subnet that it was made for.',
    impact: 'None for traffic, as no subnet has it. A template that names it cannot be applied any more.',
    effort: 'minutes',
    console: [
      'Open VPC → Network ACLs and choose the ACL.',
      'See under "Subnet associations" that there is none.',
      'Actions → Delete network ACLs.',
    ],
    cli: ({ region, localId }) => sh`aws ec2 delete-network-acl --region ${region} --network-acl-id ${localId}`,
    terraform: () => '# Remove the aws_network_acl from the configuration, or set its subnet_ids, and apply.',
    cloudformation: () =>
      '# Remove the AWS::EC2::NetworkAcl from the template, or add an AWS::EC2::SubnetNetworkAclAssociation, and update the stack.',
    docs: 'https://docs.aws.amazon.com/config/latest/developerguide/vpc-network-acl-unused-check.html',
  },

  evaluate: ({ networkAcl }, { snapshot }) => {
    const other = otherOwner(networkAcl.OwnerId, snapshot);
    if (other) return notApplicable(other);
    if ((networkAcl.Associations ?? []).length > 0) return pass;
    if (networkAcl.IsDefault) return notApplicable('It is the default ACL of its VPC, which cannot be deleted.');
    return {
      status: 'fail',
      message: 'No subnet has the ACL.',
      evidence: [{ pointer: '/networkAcl/Associations', expected: 'names a subnet' }],
    };
  },
});
