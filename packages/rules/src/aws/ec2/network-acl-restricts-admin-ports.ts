import { defineRule } from '../../kernel/define-rule.ts';
import { pointer } from '../../kernel/json-pointer.ts';
import { nonEmpty, notApplicable, pass, unknown, type Evidence } from '../../kernel/outcome.ts';
import { portList } from '../../kernel/parameter.ts';
import { hclString, sh, type RemediationTarget } from '../../kernel/remediation.ts';
import { inboundRules, rulesThatOpen, type InboundRule } from '../../lib/acl-openings.ts';
import { listed } from '../../lib/listed.ts';
import { otherOwner } from '../../lib/other-owner.ts';
import { portName, TRANSPORTS } from '../../lib/ports.ts';

export const networkAclRestrictsAdminPorts = defineRule({
  id: 'aws-ec2-network-acl-restricts-admin-ports',
  title: 'Network ACLs close administration ports to the internet',
  description:
    'Asks the inbound rules in the order of their numbers, for TCP and UDP and for IPv4 and IPv6: for each address the first rule that matches decides. A port counts as open to everyone when what is left of adjoining ranges holds more of the internet than a /8 of IPv4 or a /32 of IPv6. It weighs less while no subnet has the ACL.',
  risk: 'A network ACL is the second wall around a subnet. Where it lets in SSH and RDP from everywhere, one mistake in one security group is enough for the instances behind it to be attacked.',
  attack:
    'Someone opens SSH to everyone in a security group, to look for an error from home. The ACL of the subnet lets in port 22 from everywhere as well, so the mistake is not caught. A scanner finds the port within the hour and guesses a password, and whoever sent it has a shell in the subnet.',
  audit: {
    console: [
      'Open VPC → Network ACLs and choose the ACL.',
      'Inbound rules: read them from the lowest number on, and see for ports 22 and 3389 which is the first that an address from the internet meets.',
    ],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-network-acls --region ${region} --network-acl-ids ${localId} --query 'NetworkAcls[].Entries[?!Egress][].[RuleNumber,RuleAction,Protocol,PortRange.From,PortRange.To,CidrBlock,Ipv6CidrBlock]' --output table`,
    good: 'Read from the lowest number on, the first row that is for port 22 or 3389 (protocol 6, 17 or -1) and for `0.0.0.0/0`, `::/0` or another range that strangers share is a `deny`.',
  },
  severity: 'medium',
  categories: ['network'],
  resource: 'AWS::EC2::NetworkAcl',
  reads: ['networkAcl'],
  parameters: { adminPorts: portList('Ports that systems are administered through.', [22, 3389]) },
  controls: { 'cis-aws': ['nacl-admin'], fsbp: ['EC2.21'] },
  remediation: {
    summary:
      'Deny the ports by rules with lower numbers than the one that allows them, after rules that allow them from known networks where that is needed.',
    impact:
      'Sessions from other networks end at once. ACLs keep no state: ports that answers come back to must stay open.',
    effort: 'minutes',
    console: [
      'Open VPC → Network ACLs and choose the ACL.',
      'Inbound rules → Edit inbound rules.',
      'Add a rule with a lower number that denies the port from 0.0.0.0/0, and one from ::/0, and save.',
    ],
    cli: (target) =>
      denials(target)
        .map(
          ({ number, protocol, port, everyone, option }) =>
            sh`aws ec2 create-network-acl-entry --region ${target.region} --network-acl-id ${target.localId} --ingress --rule-number ${number} --protocol ${protocol} --port-range ${`From=${port},To=${port}`} ${option} ${everyone} --rule-action deny`,
        )
        .join('\n'),
    terraform: ({ localId }) => `resource "aws_network_acl_rule" "deny_ssh" {
  for_each       = { tcp = 1, udp = 2 } # lower than the number of the rule that allows it
  network_acl_id = ${hclString(localId)}
  rule_number    = each.value
  protocol       = each.key
  rule_action    = "deny"
  cidr_block     = "0.0.0.0/0"
  from_port      = 22
  to_port        = 22
}`,
    cloudformation: ({
      localId,
    }) => `DenySshOverTcp: # and the same for UDP (17), for port 3389, and for Ipv6CidrBlock ::/0
  Type: AWS::EC2::NetworkAclEntry
  Properties:
    NetworkAclId: ${JSON.stringify(localId)}
    RuleNumber: 1 # lower than the number of the rule that allows it
    Protocol: 6
    RuleAction: deny
    CidrBlock: 0.0.0.0/0
    PortRange: { From: 22, To: 22 }`,
    docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
  },

  evaluate: ({ networkAcl }, { snapshot, parameters }) => {
    const other = otherOwner(networkAcl.OwnerId, snapshot);
    if (other) return notApplicable(other);
    const { rules, malformed } = inboundRules(networkAcl);
    const hits = parameters.adminPorts.flatMap((port) => {
      const open = new Set(TRANSPORTS.flatMap((transport) => rulesThatOpen(rules, transport, port)));
      return open.size > 0 ? [{ port, open }] : [];
    });
    const opening = new Set(hits.flatMap(({ open }) => [...open]));
    const evidence = nonEmpty([...opening].toSorted((a, b) => a.place - b.place).flatMap(evidenceOf));
    if (evidence) {
      const unused = (networkAcl.Associations ?? []).length === 0;
      const names = listed(
        [...opening].map(({ entry }) => `${entry.RuleNumber} (${entry.CidrBlock ?? entry.Ipv6CidrBlock})`),
      );
      const ports = listed(hits.map(({ port }) => portName(port)));
      return {
        status: 'fail',
        message: `${hits.length === 1 ? 'Port' : 'Ports'} ${ports} ${hits.length === 1 ? 'is' : 'are'} open by ${opening.size === 1 ? 'rule' : 'rules'} ${names}.`,
        severity: unused ? { is: 'low', because: 'No subnet has the ACL now.' } : undefined,
        evidence,
      };
    }
    if (malformed[0] === undefined) return pass;
    const message = `The recording has ${JSON.stringify(malformed[0])} where an address range belongs.`;
    return unknown({ fact: 'networkAcl', reason: 'MALFORMED', message });
  },
});

function evidenceOf({ entry, place }: InboundRule): readonly Evidence[] {
  const at = (field: string) => pointer('networkAcl', 'Entries', place, field);
  return [
    {
      pointer: at(entry.CidrBlock === undefined ? 'Ipv6CidrBlock' : 'CidrBlock'),
      expected: 'is a known network, or comes after a denial',
    },
    { pointer: at('RuleNumber'), expected: 'tells its place in the order', ok: true },
  ];
}

/** Rules for SSH and RDP just before the first that allows them, of each family that the evidence names. */
function denials({ evidence }: RemediationTarget) {
  const isNamed = (field: string) => evidence.some(({ pointer: at }) => at.endsWith(`/${field}`));
  const families = [
    { option: '--cidr-block', everyone: '0.0.0.0/0', named: isNamed('CidrBlock') || evidence.length === 0 },
    { option: '--ipv6-cidr-block', everyone: '::/0', named: isNamed('Ipv6CidrBlock') },
  ].filter(({ named }) => named);
  const entries = families.flatMap((family) =>
    [22, 3389].flatMap((port) => TRANSPORTS.map((protocol) => ({ ...family, port, protocol }))),
  );
  const allowing = Math.min(100, ...evidence.flatMap(({ actual }) => (typeof actual === 'number' ? actual : [])));
  // Where too few numbers are left below it, those from 1 on: the rule that allows must be given a higher one.
  const first = Math.max(1, allowing - entries.length);
  return entries.map((entry, index) => ({ ...entry, number: String(first + index) }));
}
