import { isCollected, type SecurityGroup } from '@plumbline/model';
import { pointer } from '../kernel/json-pointer.ts';
import { nonEmpty, pass, unknown, type Evidence, type NotRead, type Outcome } from '../kernel/outcome.ts';
import type { Related } from '../kernel/relation.ts';
import { listed } from './listed.ts';
import type { Direction, Opening, Source, Unread } from './openings.ts';
import { EVERY_PORT, holdsPort, portName, TRANSPORTS, type PortRange } from './ports.ts';
import { publicAddresses, type Addressed } from './public-address.ts';

/** The running instances with a public address that a group guards. */
export type PublicInstances = readonly Related<{ readonly instance: Addressed }>[] | NotRead;

interface Reach {
  readonly open: readonly Opening[];
  readonly unread: readonly Unread[];
}

/** Fails where one of the ports is open to everyone over TCP or UDP. */
export function judgePorts(
  group: SecurityGroup,
  ports: readonly number[],
  { open, unread }: Reach,
  instances: PublicInstances,
): Outcome {
  if (open.length + unread.length === 0) return pass;
  const hits = open.filter(({ ports: range }) => ports.some((port) => holdsPort(range, port)));
  if (hits.length > 0) {
    const bySources = Map.groupBy(hits, ({ sources }) => listed(sources.map(({ text }) => text)));
    const sentences = [...bySources].map(([sources, openings]) => `${portsIn(openings, ports)} open to ${sources}.`);
    return failure(group, 'IpPermissions', hits, sentences.join(' '), instances);
  }
  const hidden = unread.find(({ ports: range }) => ports.some((port) => holdsPort(range, port)));
  return hidden ? unknown(hidden.missing) : pass;
}

function portsIn(openings: readonly Opening[], ports: readonly number[]): string {
  const names = ports.flatMap((port) => {
    const [first, second] = openings.filter(({ ports: range }) => holdsPort(range, port));
    if (!first) return [];
    return first.transport === 'udp' && !second ? `${portName(port)} over UDP` : portName(port);
  });
  return names.length === 1 ? `Port ${names[0]} is` : `Ports ${listed(names, 8)} are`;
}

/**
 * Half of all ports. The ranges that systems take for the ports of answers are smaller (28,232 on Linux, 16,384 on Windows);
 * whoever opens more leaves out ports from everything, not the reverse.
 */
const TOO_MANY = 32_768;

/** Fails where everyone is let in to, or out to, at least half of the ports of TCP or UDP. */
export function judgeAllTraffic(
  group: SecurityGroup,
  direction: Direction,
  { open, unread }: Reach,
  instances: PublicInstances,
): Outcome {
  if (open.length + unread.length === 0) return pass;
  const wide = TRANSPORTS.map((transport) => open.filter((each) => each.transport === transport)).filter(areTooMany);
  if (wide.length > 0) {
    const hits = wide.flat();
    const sources = listed([...new Set(hits.flatMap((hit) => hit.sources.map(({ text }) => text)))]);
    return failure(group, direction, hits, `${trafficIn(wide)} open to ${sources}.`, instances);
  }
  const hidden = unread.find((each) => sizeOf([each]) >= TOO_MANY);
  return hidden ? unknown(hidden.missing) : pass;
}

function areTooMany(openings: readonly Opening[]): boolean {
  return sizeOf(openings) >= TOO_MANY;
}

/** @param wide the openings of one protocol each */
function trafficIn(wide: readonly (readonly Opening[])[]): string {
  if (wide.length === TRANSPORTS.length && wide.every((all) => sizeOf(all) === EVERY_PORT.to)) return 'All traffic is';
  const names = wide.map(
    (all) => `${all[0]?.transport.toUpperCase()} ${listed(all.map(({ ports }) => rangeName(ports)))}`,
  );
  return `${listed(names)} are`;
}

function rangeName({ from, to }: PortRange): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function sizeOf(some: readonly { readonly ports: PortRange }[]): number {
  return some.reduce((size, { ports: { from, to } }) => size + to - from + 1, 0);
}

function failure(
  group: SecurityGroup,
  direction: Direction,
  hits: readonly Opening[],
  message: string,
  instances: PublicInstances,
): Outcome {
  const sources = [...new Set(hits.flatMap((hit) => hit.sources))].toSorted((a, b) => a.place - b.place);
  const exposed = sources.some(({ cidr }) => cidr.family === 'ipv4') && isCollected(instances) ? instances : [];
  const evidence = nonEmpty([
    ...evidenceOf(group, direction, sources),
    ...exposed.slice(0, 3).flatMap((each) => addressOf(each, group)),
  ]);
  if (!evidence) return pass;
  const names = listed(exposed.map(({ name }) => name));
  const because = `The group guards ${names}, which ${exposed.length === 1 ? 'runs with a public address' : 'run with public addresses'}.`;
  return { status: 'fail', message, evidence, severity: exposed.length > 0 ? { is: 'critical', because } : undefined };
}

/** The ranges, and beside them the protocol and ports of their rules, in whose order they come. Several entries of one list name it once. */
function evidenceOf(group: SecurityGroup, direction: Direction, sources: readonly Source[]): Evidence[] {
  const all: Evidence[] = [];
  let told = new Set<string>();
  for (const [index, { place, evidence }] of sources.entries()) {
    const items = evidence();
    // What stands in the group itself is told of no other source.
    for (const item of items) if (items.length === 1 || isNew(item, told)) all.push(item);
    if (sources[index + 1]?.place === place) continue;
    if (told.size > 0) told = new Set();
    for (const field of ['IpProtocol', 'FromPort', 'ToPort'] as const)
      if (group[direction]?.[place]?.[field] !== undefined)
        all.push({
          pointer: pointer('securityGroup', direction, place, field),
          expected: 'tells what is open',
          ok: true,
        });
  }
  return all;
}

function isNew({ of, pointer: at }: Evidence, told: Set<string>): boolean {
  const before = told.size;
  return told.add(`${of?.id} ${at}`).size > before;
}

function addressOf(instance: Related<{ readonly instance: Addressed }>, { GroupId = '' }: SecurityGroup): Evidence[] {
  return publicAddresses(instance.facets.instance)
    .filter(({ family, groups }) => family === 'ipv4' && groups.includes(GroupId))
    .slice(0, 1)
    .map((address) => ({ pointer: address.pointer, expected: 'is no public address', of: instance }));
}
