import { isCollected, type IpPermission, type PrefixListEntry, type SecurityGroup } from '@plumbline/model';
import { pointer } from '../kernel/json-pointer.ts';
import type { Evidence, Missing, NonEmpty, NotRead } from '../kernel/outcome.ts';
import type { Related } from '../kernel/relation.ts';
import { isWide, openToEveryone, WIDEST_NETWORK } from './cidr-set.ts';
import { parseCidr, sizeOfIpv4, type Cidr } from './cidr.ts';
import { oncePer } from './once-per.ts';
import { EVERY_PORT, portsOfPermission, TRANSPORTS, type PortRange, type Transport } from './ports.ts';

export type Direction = 'IpPermissions' | 'IpPermissionsEgress';

/** The prefix lists that a group names, or why they could not be read. */
export type PrefixLists = readonly Related<{ readonly entries: readonly PrefixListEntry[] }>[] | NotRead;

/** A range that a rule of a group is for, written into it or by way of a prefix list. */
export interface Source {
  readonly cidr: Cidr;
  /** For people: `0.0.0.0/0`, or `0.0.0.0/0 (pl-0e3a9c6b7d8f0a1b4)`. */
  readonly text: string;
  /** Place of its rule among the group's. */
  readonly place: number;
  /** Made when asked for: of most groups it never is. */
  readonly evidence: () => NonEmpty<Evidence>;
}

/** Ports that everyone's addresses are let in to, or out to. */
export interface Opening {
  readonly transport: Transport;
  readonly ports: PortRange;
  readonly sources: readonly Source[];
}

/** Ports of which it is not known who is let in. */
export interface Unread {
  readonly transport: Transport;
  readonly ports: PortRange;
  readonly missing: Missing;
}

/** What the rules of a group, taken together, open to everyone. References to groups let in only those groups' members. */
export function openings(group: SecurityGroup, direction: Direction, lists: PrefixLists): Openings {
  if (areNarrow(group[direction] ?? [])) return CLOSED;
  const last = lastRead[direction](group);
  if (last.found === null || last.lists !== lists)
    Object.assign(last, { lists, found: readOpenings(group, direction, lists) });
  return last.found ?? { open: [], unread: [] };
}

interface Openings {
  readonly open: readonly Opening[];
  readonly unread: readonly Unread[];
}

/** What was found in a group last, and with which prefix lists: several rules ask the same, one after the other. */
const lastRead = { IpPermissions: readings(), IpPermissionsEgress: readings() };

function readings() {
  return oncePer((_group: SecurityGroup): { lists: PrefixLists; found: Openings | null } => ({
    lists: [],
    found: null,
  }));
}

function readOpenings(group: SecurityGroup, direction: Direction, lists: PrefixLists): Openings {
  const permissions = group[direction] ?? [];
  const sources: Source[] = [];
  const unread: Unread[] = [];
  for (const [place, permission] of permissions.entries()) {
    const read = sourcesOf(permission, place, direction, lists);
    sources.push(...read.sources);
    for (const missing of read.missing)
      for (const transport of TRANSPORTS) {
        const ports = portsOfPermission(permission, transport);
        if (ports) unread.push({ transport, ports, missing });
      }
  }
  const deciding = decidingAmong(sources);
  return { open: TRANSPORTS.flatMap((transport) => openFor(transport, permissions, deciding)), unread };
}

const CLOSED: Openings = { open: [], unread: [] };

/** Whether rules let in to nothing more than a network of somebody: they name only groups and ranges of IPv4 that are so small all together. */
export function areNarrow(permissions: readonly IpPermission[]): boolean {
  if (lastAsked.permissions !== permissions) lastAsked = { permissions, narrow: readNarrow(permissions) };
  return lastAsked.narrow;
}

let lastAsked: { readonly permissions: readonly IpPermission[]; readonly narrow: boolean } = {
  permissions: [],
  narrow: true,
};

function readNarrow(permissions: readonly IpPermission[]): boolean {
  let size = 0;
  for (const { IpRanges = [], Ipv6Ranges = [], PrefixListIds = [] } of permissions) {
    if (Ipv6Ranges.length !== 0 || PrefixListIds.length !== 0) return false;
    for (const { CidrIp = '' } of IpRanges) {
      const more = sizeOfIpv4(CidrIp);
      if (more < 0) return false;
      size += more;
    }
  }
  return size <= WIDEST_NETWORK;
}

interface Deciding {
  readonly sources: readonly Source[];
  /** Those of some of them that together let in everyone. */
  readonly open: (some: readonly Source[]) => readonly Source[];
}

/** Of the sources those that decide what is open: those that are too wide by themselves, unless the others may be so together. */
function decidingAmong(sources: readonly Source[]): Deciding {
  const wide: Source[] = [];
  let rest = 0;
  for (const source of sources)
    if (isWide(source.cidr)) wide.push(source);
    else rest += source.cidr.family === 'ipv4' ? source.cidr.end - source.cidr.start : Infinity;
  return rest <= WIDEST_NETWORK ? { sources: wide, open: (some) => some } : { sources, open: openToEveryone };
}

/** Cuts the ports where a rule begins or ends, and asks of each piece who all the rules for it let in together. */
function openFor(
  transport: Transport,
  permissions: readonly IpPermission[],
  { sources, open: openAmong }: Deciding,
): Opening[] {
  const admitted = sources.flatMap((source) => {
    const ports = portsOfPermission(permissions[source.place] ?? {}, transport);
    return ports ? [{ source, from: Math.max(ports.from, EVERY_PORT.from), to: ports.to }] : [];
  });
  const [{ from, to } = EVERY_PORT] = admitted;
  if (admitted.every((each) => each.from === from && each.to === to)) {
    const open = openAmong(admitted.map(({ source }) => source));
    return open.length > 0 && from <= to ? [{ transport, ports: { from, to }, sources: open }] : [];
  }
  const cuts = [...new Set(admitted.flatMap(({ from, to }) => [from, to + 1]))].toSorted((a, b) => a - b);
  const found: Opening[] = [];
  for (const [index, from] of cuts.entries()) {
    const to = (cuts[index + 1] ?? from) - 1;
    const open = openAmong(admitted.filter((each) => each.from <= from && to <= each.to).map(({ source }) => source));
    const last = found.at(-1);
    if (open.length === 0 || to < from) continue;
    if (last?.ports.to === from - 1 && isSame(last.sources, open))
      found[found.length - 1] = { ...last, ports: { from: last.ports.from, to } };
    else found.push({ transport, ports: { from, to }, sources: open });
  }
  return found;
}

function isSame(some: readonly Source[], others: readonly Source[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}

function sourcesOf(permission: IpPermission, place: number, direction: Direction, lists: PrefixLists) {
  const sources: Source[] = [];
  const missing: Missing[] = [];
  const add = (text: string, evidence: Source['evidence'], list?: string) => {
    const cidr = parseCidr(text);
    if (cidr) sources.push({ cidr, text: list ? `${text} (${list})` : text, place, evidence });
    else missing.push(malformed(text, list));
  };
  const at = (expected: string, ...parts: readonly (string | number)[]): Evidence => ({
    pointer: pointer('securityGroup', direction, place, ...parts),
    expected,
  });
  for (const [index, { CidrIp = '' }] of (permission.IpRanges ?? []).entries())
    add(CidrIp, () => [at(NARROW, 'IpRanges', index, 'CidrIp')]);
  for (const [index, { CidrIpv6 = '' }] of (permission.Ipv6Ranges ?? []).entries())
    add(CidrIpv6, () => [at(NARROW, 'Ipv6Ranges', index, 'CidrIpv6')]);
  for (const [index, { PrefixListId = '' }] of (permission.PrefixListIds ?? []).entries()) {
    const list = isCollected(lists) ? lists.find(({ id }) => id.endsWith(`/${PrefixListId}`)) : undefined;
    for (const [entry, { Cidr = '' }] of (list?.facets.entries ?? []).entries())
      add(
        Cidr,
        () => [
          at('names a list of known networks', 'PrefixListIds', index, 'PrefixListId'),
          { pointer: pointer('entries', entry, 'Cidr'), expected: NARROW, of: list },
        ],
        PrefixListId,
      );
    if (!list) missing.push(isCollected(lists) ? unrecorded(PrefixListId) : lists.notCollected);
  }
  return { sources, missing };
}

const NARROW = 'is a known network';

function malformed(text: string, list: string | undefined): Missing {
  const fact = list === undefined ? 'securityGroup' : ENTRIES.fact;
  return {
    fact,
    reason: 'MALFORMED',
    message: `The recording has ${JSON.stringify(text)} where an address range belongs.`,
  };
}

const ENTRIES = { fact: 'AWS::EC2::PrefixList.entries', action: 'ec2:GetManagedPrefixListEntries' } as const;

function unrecorded(list: string): Missing {
  return { ...ENTRIES, reason: 'NOT_RECORDED', message: `The recording does not have the prefix list ${list}.` };
}
