import { optional, relationToMany, relationToOne } from '../../kernel/relation.ts';
import { goneState } from '../../lib/instance-state.ts';

// What uses a thing. Made optional here: one user that is known decides, whatever else could not be read.

/** Instances that were launched with a key pair. */
export const instancesOfKeyPair = optional(
  relationToMany({
    from: 'AWS::EC2::KeyPair',
    reads: ['keyPair'],
    to: 'AWS::EC2::Instance',
    facets: ['instance'],
    keys: ({ instance }, { region }) => (goneState(instance) ? [] : inRegion(region, instance.KeyName)),
    lookup: ({ keyPair: { KeyName } }, { region }) => inRegion(region, KeyName),
    project: ({ instance: { KeyName } }) => ({ instance: { KeyName } }),
  }),
);

/** Launch templates whose default version names a key pair. */
export const templatesOfKeyPair = optional(
  relationToMany({
    from: 'AWS::EC2::KeyPair',
    reads: ['keyPair'],
    to: 'AWS::EC2::LaunchTemplate',
    facets: ['defaultVersion'],
    keys: ({ defaultVersion }, { region }) => inRegion(region, defaultVersion.LaunchTemplateData?.KeyName),
    lookup: ({ keyPair: { KeyName } }, { region }) => inRegion(region, KeyName),
    project: () => ({}),
  }),
);

/** A launch template whose default version names a group: by its id, or by its name, as a default VPC lets them. */
export const templateOfGroup = optional(
  relationToOne({
    from: 'AWS::EC2::SecurityGroup',
    reads: ['securityGroup'],
    to: 'AWS::EC2::LaunchTemplate',
    facets: ['defaultVersion'],
    keys: ({ defaultVersion: { LaunchTemplateData: data } }, { region }) => [
      ...(data?.SecurityGroupIds ?? []),
      ...inRegion(region, ...(data?.SecurityGroups ?? [])),
      ...(data?.NetworkInterfaces ?? []).flatMap(({ Groups = [] }) => Groups),
    ],
    lookup: ({ securityGroup: { GroupId, GroupName } }, { region }) => {
      const byName = inRegion(region, GroupName);
      return GroupId === undefined ? byName : [GroupId, ...byName];
    },
    project: () => ({}),
  }),
);

/** Another group whose rules name a group. */
export const groupThatNamesGroup = optional(
  relationToOne({
    from: 'AWS::EC2::SecurityGroup',
    reads: ['securityGroup'],
    to: 'AWS::EC2::SecurityGroup',
    facets: ['securityGroup'],
    keys: ({ securityGroup: { GroupId: own, IpPermissions = [], IpPermissionsEgress = [] } }) =>
      [...IpPermissions, ...IpPermissionsEgress].flatMap(({ UserIdGroupPairs = [] }) =>
        UserIdGroupPairs.flatMap(({ GroupId }) => (GroupId === undefined || GroupId === own ? [] : [GroupId])),
      ),
    lookup: ({ securityGroup: { GroupId } }) => (GroupId === undefined ? [] : [GroupId]),
    project: () => ({}),
  }),
);

/** The network interfaces in a VPC, of whatever kind. */
export const interfacesOfVpc = optional(
  relationToMany({
    from: 'AWS::EC2::VPC',
    reads: ['vpc'],
    to: 'AWS::EC2::NetworkInterface',
    facets: ['networkInterface'],
    keys: ({ networkInterface: { VpcId } }) => (VpcId === undefined ? [] : [VpcId]),
    lookup: ({ vpc: { VpcId } }) => (VpcId === undefined ? [] : [VpcId]),
    project: ({ networkInterface: { VpcId, Description } }) => ({ networkInterface: { VpcId, Description } }),
  }),
);

/** Names are one region's; an index is of all of them. */
function inRegion(region: string, ...names: readonly (string | undefined)[]): readonly string[] {
  const found: string[] = [];
  for (const name of names) if (name !== undefined) found.push(`${region} ${name}`);
  return found;
}
