import { defineRule } from '../../kernel/define-rule.ts';
import { seeRules } from '../../lib/group-audits.ts';
import { admitNetwork, admitNetworkTemplate, revoke } from '../../lib/group-fixes.ts';
import { judgeAllTraffic } from '../../lib/open-group.ts';
import { openings } from '../../lib/openings.ts';
import { prefixListsOfGroup, publicInstancesOfGroup } from '../relations/ec2.ts';

export const securityGroupRestrictsAllTraffic = defineRule({
  id: 'aws-ec2-security-group-restricts-all-traffic',
  title: 'Security groups let the internet in to named ports only',
  description:
    'Fails when the inbound rules of a group, taken together, open at least half of the ports of TCP or UDP to everyone: all traffic, all ports, or a range such as 1024–65535. The ranges that systems take for the ports of answers are smaller and pass. It is critical when a running instance with a public address has the group.',
  risk: 'Every service that is ever started behind the group is on the internet from its first second, those that nobody meant to publish included. Databases, debuggers and agents that listen on all addresses are found this way.',
  attack:
    'Someone starts a debugger for an afternoon, on a server whose group lets in everything, and it listens on all addresses. A scanner that tries every port finds it the same day. A debugger runs what it is told to, so whoever sent the scanner has the data of the application and the role of the server.',
  audit: seeRules(
    'IpPermissions',
    'The rows with `0.0.0.0/0`, `::/0` or another range that strangers share are for single ports, and none has protocol -1.',
  ),
  severity: 'high',
  categories: ['network', 'public-exposure'],
  resource: 'AWS::EC2::SecurityGroup',
  reads: ['securityGroup'],
  needs: { prefixLists: prefixListsOfGroup, publicInstances: publicInstancesOfGroup },
  controls: { fsbp: ['EC2.18', 'EC2.19'] },
  remediation: {
    summary: 'Replace the rule by one for each port that strangers need, which is often 443 alone.',
    impact:
      'Services on ports that are not named are no longer reached from outside. Flow logs show which ports are in use.',
    effort: 'hours',
    console: [
      'Open EC2 → Security groups and choose the group.',
      'Inbound rules → Edit inbound rules.',
      'Add a rule for each port in use, with the narrowest source that works.',
      'Delete the wide rule and save.',
    ],
    cli: (target) => revoke(target, 'IpPermissions', { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }),
    terraform: (target) => admitNetwork(target, 443),
    cloudformation: (target) => admitNetworkTemplate(target, 443),
    docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  },

  evaluate: ({ securityGroup }, { prefixLists, publicInstances }) =>
    judgeAllTraffic(
      securityGroup,
      'IpPermissions',
      openings(securityGroup, 'IpPermissions', prefixLists),
      publicInstances,
    ),
});
