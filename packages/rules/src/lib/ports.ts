import type { IpPermission, NetworkAcl } from '@plumbline/model';

export type AclEntry = NonNullable<NetworkAcl['Entries']>[number];

/** The protocols that have ports. */
export const TRANSPORTS = ['tcp', 'udp'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** Both ends belong to it. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Port 0 is nobody's, so `0–65535` and `1–65535` are the same. */
export const EVERY_PORT: PortRange = { from: 1, to: 65_535 };

const TRANSPORT_OF: Readonly<Record<string, Transport>> = { tcp: 'tcp', '6': 'tcp', udp: 'udp', '17': 'udp' };

/** The ports of a protocol that a rule of a security group is for; `null` where it is for another protocol. */
export function portsOfPermission(
  { IpProtocol, FromPort, ToPort }: IpPermission,
  transport: Transport,
): PortRange | null {
  return portsOf(IpProtocol, FromPort, ToPort, transport);
}

/** The ports of a protocol that a rule of a network ACL is for; `null` where it is for another protocol. */
export function portsOfEntry({ Protocol, PortRange }: AclEntry, transport: Transport): PortRange | null {
  return portsOf(Protocol, PortRange?.From, PortRange?.To, transport);
}

/** With protocol -1 every port is meant, whatever range stands beside it; a protocol with ports has a range unless all are meant. */
function portsOf(
  protocol: string | undefined,
  from: number | undefined,
  to: number | undefined,
  transport: Transport,
): PortRange | null {
  if (protocol === '-1') return EVERY_PORT;
  if (protocol === undefined || TRANSPORT_OF[protocol.toLowerCase()] !== transport) return null;
  if (from === undefined || to === undefined || from === -1) return EVERY_PORT;
  return { from, to };
}

export function holdsPort({ from, to }: PortRange, port: number): boolean {
  return from <= port && port <= to;
}

/** What usually answers at a port. */
const SERVICES: Readonly<Record<number, string>> = {
  21: 'FTP',
  22: 'SSH',
  23: 'Telnet',
  139: 'NetBIOS',
  445: 'SMB',
  873: 'rsync',
  1433: 'SQL Server',
  1434: 'SQL Server Browser',
  1521: 'Oracle',
  2049: 'NFS',
  2375: 'Docker',
  3306: 'MySQL',
  3389: 'RDP',
  5432: 'PostgreSQL',
  5439: 'Redshift',
  5900: 'VNC',
  5985: 'WinRM',
  5986: 'WinRM',
  6379: 'Redis',
  9042: 'Cassandra',
  9200: 'OpenSearch',
  9300: 'OpenSearch',
  11211: 'Memcached',
  27017: 'MongoDB',
};

/** `22 (SSH)`, or the number alone. */
export function portName(port: number): string {
  const service = SERVICES[port];
  return service === undefined ? String(port) : `${port} (${service})`;
}
