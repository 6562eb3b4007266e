import type { Instance } from '@plumbline/model';
import { pointer } from '../kernel/json-pointer.ts';
import { isInternetAddress } from './cidr-set.ts';
import { parseAddress, type Cidr } from './cidr.ts';

/** An address of an instance that the internet can route to. */
export interface PublicAddress {
  readonly address: string;
  readonly family: Cidr['family'];
  /** Where it stands, from the resource's facets on. */
  readonly pointer: string;
  /** Of the interface that has it. */
  readonly groups: readonly string[];
  readonly subnet: string | undefined;
}

/** The part of an instance that its public addresses are read from. */
export type Addressed = Pick<Instance, 'PublicIpAddress' | 'NetworkInterfaces' | 'SecurityGroups' | 'SubnetId'>;

/** That part alone, as small as it can be. */
export function addressesOf({
  PublicIpAddress,
  NetworkInterfaces = [],
  SecurityGroups,
  SubnetId,
}: Instance): Addressed {
  return {
    PublicIpAddress,
    NetworkInterfaces: NetworkInterfaces.map(
      ({ Association, Groups, Ipv6Addresses, PrivateIpAddresses, SubnetId }) => ({
        Association: Association && { PublicIp: Association.PublicIp },
        Groups,
        Ipv6Addresses,
        PrivateIpAddresses: PrivateIpAddresses?.map(({ Association: own }) => ({
          Association: own && { PublicIp: own.PublicIp },
        })),
        SubnetId,
      }),
    ),
    SecurityGroups,
    SubnetId,
  };
}

/**
 * Every public address of every interface, each once: IPv4 as AWS associates it, IPv6 by what it is. Whether traffic
 * arrives is for routes and groups to say.
 */
export function publicAddresses(instance: Addressed): readonly PublicAddress[] {
  if (last?.instance !== instance) last = { instance, found: readAddresses(instance) };
  return last.found;
}

/** What was found last: relations and rules ask of one instance, one after the other. */
let last: { readonly instance: Addressed; readonly found: readonly PublicAddress[] } | null = null;

function readAddresses(instance: Addressed): readonly PublicAddress[] {
  if (!instance.PublicIpAddress && !instance.NetworkInterfaces?.some(mayHaveAddress)) return NONE;
  const found = new Map<string, PublicAddress>();
  const add = (address: string | undefined, path: readonly (string | number)[], owner: Owner) => {
    if (!address || found.has(address)) return;
    const parsed = parseAddress(address);
    if (parsed && isInternetAddress(parsed))
      found.set(address, {
        address,
        family: parsed.family,
        pointer: pointer('instance', ...path),
        groups: (owner.groups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
        subnet: owner.subnet,
      });
  };
  for (const [index, each] of (instance.NetworkInterfaces ?? []).entries()) {
    const owner = { groups: each.Groups, subnet: each.SubnetId };
    const at = ['NetworkInterfaces', index];
    add(each.Association?.PublicIp, [...at, 'Association', 'PublicIp'], owner);
    for (const [place, { Association }] of (each.PrivateIpAddresses ?? []).entries())
      add(Association?.PublicIp, [...at, 'PrivateIpAddresses', place, 'Association', 'PublicIp'], owner);
    for (const [place, { Ipv6Address }] of (each.Ipv6Addresses ?? []).entries())
      add(Ipv6Address, [...at, 'Ipv6Addresses', place, 'Ipv6Address'], owner);
  }
  add(instance.PublicIpAddress, ['PublicIpAddress'], { groups: instance.SecurityGroups, subnet: instance.SubnetId });
  return [...found.values()];
}

const NONE: readonly PublicAddress[] = [];

type NetworkInterface = NonNullable<Addressed['NetworkInterfaces']>[number];

/** Most have none that is looked at any further. */
function mayHaveAddress({ Association, PrivateIpAddresses = [], Ipv6Addresses = [] }: NetworkInterface): boolean {
  return Association !== undefined || Ipv6Addresses.length !== 0 || PrivateIpAddresses.some(isAssociated);
}

function isAssociated({ Association }: NonNullable<NetworkInterface['PrivateIpAddresses']>[number]): boolean {
  return Association !== undefined;
}

interface Owner {
  readonly groups: Instance['SecurityGroups'];
  readonly subnet: string | undefined;
}
