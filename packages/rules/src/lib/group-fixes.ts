import type { EvidenceItem } from '../kernel/outcome.ts';
import { hclString, sh, type RemediationTarget } from '../kernel/remediation.ts';
import type { Direction } from './openings.ts';

type Permission = Record<string, unknown>;

/** Removes from a group exactly the rules that the evidence points at; AWS wants their protocol and ports with them. */
export function revoke(target: RemediationTarget, direction: Direction, example: Permission): string {
  const command = direction === 'IpPermissions' ? 'revoke-security-group-ingress' : 'revoke-security-group-egress';
  const found = permissionsIn(target.evidence, direction);
  const permissions = JSON.stringify(found.length > 0 ? found : [example]);
  return `aws ec2 ${command} ${sh`--region ${target.region} --group-id ${target.localId} --ip-permissions ${permissions}`}`;
}

function permissionsIn(evidence: readonly EvidenceItem[], direction: Direction): readonly Permission[] {
  const permissions = new Map<string, Permission>();
  for (const { pointer, actual, of } of evidence) {
    const [, facet, list, place, field, , key] = pointer.split('/');
    if (of !== null || facet !== 'securityGroup' || list !== direction || !place || !field) continue;
    const permission = permissions.get(place) ?? {};
    const before = permission[field];
    permission[field] = key === undefined ? actual : [...(Array.isArray(before) ? before : []), { [key]: actual }];
    permissions.set(place, permission);
  }
  return [...permissions.values()];
}

/** A rule that lets in one known network, in the place of one that let in everyone. */
export function admitNetwork({ localId }: RemediationTarget, port: number): string {
  return `# In the place of the rule that lets in everyone:
resource "aws_vpc_security_group_ingress_rule" "from_known_network" {
  security_group_id = ${hclString(localId)}
  cidr_ipv4         = "203.0.113.0/24" # the network of those who need it
  ip_protocol       = "tcp"
  from_port         = ${port}
  to_port           = ${port}
}`;
}

export function admitNetworkTemplate({ localId }: RemediationTarget, port: number): string {
  return `# In the place of the rule that lets in everyone:
FromKnownNetwork:
  Type: AWS::EC2::SecurityGroupIngress
  Properties:
    GroupId: ${JSON.stringify(localId)}
    CidrIp: 203.0.113.0/24 # the network of those who need it
    IpProtocol: tcp
    FromPort: ${port}
    ToPort: ${port}`;
}
