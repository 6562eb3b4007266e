import { sh, type RemediationTarget } from '../kernel/remediation.ts';

/** Takes from an instance the public addresses that the evidence points at. */
export function releaseAddresses(target: RemediationTarget): string {
  const commands = target.evidence.flatMap((item) => {
    if (item.of !== null || item.ok || typeof item.actual !== 'string') return [];
    return [
      item.pointer.endsWith('Ipv6Address')
        ? unassign(target, item.pointer, item.actual)
        : release(target, item.pointer, item.actual),
    ];
  });
  return commands.length > 0 ? commands.join('\n') : dropAutomatic(target, 'eni-…');
}

/** An address that AWS lent belongs to `amazon`; any other is an Elastic IP. */
function release(target: RemediationTarget, pointer: string, address: string): string {
  const owner = valueAt(target, pointer.replace(/PublicIp$/, 'IpOwnerId'));
  if (owner === 'amazon') return dropAutomatic(target, interfaceOf(target, pointer));
  return sh`association=$(aws ec2 describe-addresses --region ${target.region} --public-ips ${address} --query 'Addresses[0].AssociationId' --output text)
aws ec2 disassociate-address --region ${target.region} --association-id "$association"`;
}

function dropAutomatic({ region }: RemediationTarget, networkInterface: string): string {
  return sh`aws ec2 modify-network-interface-attribute --region ${region} --network-interface-id ${networkInterface} --no-associate-public-ip-address`;
}

function unassign(target: RemediationTarget, pointer: string, address: string): string {
  return sh`aws ec2 unassign-ipv6-addresses --region ${target.region} --network-interface-id ${interfaceOf(target, pointer)} --ipv6-addresses ${address}`;
}

function interfaceOf(target: RemediationTarget, pointer: string): string {
  return valueAt(target, `${pointer.split('/').slice(0, 4).join('/')}/NetworkInterfaceId`) ?? 'eni-…';
}

function valueAt({ evidence }: RemediationTarget, pointer: string): string | null {
  const value = evidence.find((item) => item.pointer === pointer)?.actual;
  return typeof value === 'string' ? value : null;
}
