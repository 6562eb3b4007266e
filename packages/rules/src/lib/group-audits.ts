import type { Audit } from '../kernel/audit.ts';
import { sh } from '../kernel/remediation.ts';
import type { Direction } from './openings.ts';

const WAYS = {
  IpPermissions: { filter: '!IsEgress', step: 'Inbound rules: look for sources' },
  IpPermissionsEgress: { filter: 'IsEgress', step: 'Outbound rules: look for destinations' },
} as const;

/** How to read the rules of a group, one a row. */
export function seeRules(direction: Direction, good: string): Audit {
  const { filter, step } = WAYS[direction];
  const query = `SecurityGroupRules[?${filter}].[IpProtocol,FromPort,ToPort,CidrIpv4,CidrIpv6,PrefixListId]`;
  return {
    console: [
      'Open EC2 → Security groups and choose the group.',
      `${step} 0.0.0.0/0 and ::/0, for large ranges beside each other, and into each prefix list.`,
    ],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-security-group-rules --region ${region} --filters ${`Name=group-id,Values=${localId}`} --query ${query} --output table`,
    good,
  };
}

/** How to see whether ports are closed to everyone: `a database port (3306 and 5432 above all)`. */
export function seePorts(ports: string): Audit {
  return seeRules(
    'IpPermissions',
    `No row has ${ports} between its ports, or protocol -1, together with \`0.0.0.0/0\`, \`::/0\` or another range that strangers share.`,
  );
}
