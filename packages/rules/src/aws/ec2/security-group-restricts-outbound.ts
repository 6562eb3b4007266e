import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable } from '../../kernel/outcome.ts';
import { hclString } from '../../kernel/remediation.ts';
import { seeRules } from '../../lib/group-audits.ts';
import { revoke } from '../../lib/group-fixes.ts';
import { judgeAllTraffic } from '../../lib/open-group.ts';
import { openings } from '../../lib/openings.ts';
import { prefixListsOfGroup } from '../relations/ec2.ts';

export const securityGroupRestrictsOutbound = defineRule({
  id: 'aws-ec2-security-group-restricts-outbound',
  title: 'Security groups restrict outbound traffic',
  description:
    'Fails when the outbound rules of a group, taken together, let out at least half of the ports of TCP or UDP to everyone, as the rule does that AWS puts into each new group. Default groups are left to their own rule.',
  risk: 'Malware on a server fetches its tools and sends out what it finds over whatever port is open. Outbound rules that name what the server needs stop much of it and make the rest stand out in flow logs.',
  attack:
    'Through a hole in an application someone makes its server run a command. It fetches a program from an address of theirs, over a port that the application never uses, and sends out a dump of the database the same way. Had the group named what the server needs, the fetch would have failed, or gone by a way that someone watches.',
  audit: seeRules(
    'IpPermissionsEgress',
    'The rows with `0.0.0.0/0`, `::/0` or another range that strangers share are for single ports, and none has protocol -1.',
  ),
  severity: 'low',
  categories: ['network'],
  resource: 'AWS::EC2::SecurityGroup',
  reads: ['securityGroup'],
  needs: { prefixLists: prefixListsOfGroup },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7', 'SC-7(5)'], 'nist-csf-2': ['PR.IR-01'] },
  remediation: {
    summary:
      'Let out what the servers behind the group need, such as HTTPS and their database, and then remove the rule that lets out everything.',
    impact: 'Connections that nobody listed fail: updates, time, mail, partners. Flow logs show which there are.',
    effort: 'days',
    console: [
      'Open EC2 → Security groups and choose the group.',
      'Outbound rules → Edit outbound rules.',
      'Add a rule for each destination and port in use.',
      'Delete the rule for all traffic and save.',
    ],
    cli: (target) => revoke(target, 'IpPermissionsEgress', { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }),
    terraform: ({ localId }) => `# In the place of the rule that lets out everything:
resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = ${hclString(localId)}
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}`,
    cloudformation: ({ localId }) => `# In the place of the rule that lets out everything:
Https:
  Type: AWS::EC2::SecurityGroupEgress
  Properties:
    GroupId: ${JSON.stringify(localId)}
    CidrIp: 0.0.0.0/0
    IpProtocol: tcp
    FromPort: 443
    ToPort: 443`,
    docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  },

  evaluate: ({ securityGroup }, { prefixLists }) =>
    securityGroup.GroupName === 'default'
      ? notApplicable('It is the default group of its VPC, which should have no rules at all.')
      : judgeAllTraffic(
          securityGroup,
          'IpPermissionsEgress',
          openings(securityGroup, 'IpPermissionsEgress', prefixLists),
          [],
        ),
});
