import { optional, relationToMany } from '../../kernel/relation.ts';
import { publicAddresses } from '../../lib/public-address.ts';

/** The flow logs of a VPC itself; those of its subnets and interfaces are not among them. */
export const flowLogsOfVpc = relationToMany({
  from: 'AWS::EC2::VPC',
  reads: ['vpc'],
  to: 'AWS::EC2::FlowLog',
  facets: ['flowLog'],
  keys: ({ flowLog: { ResourceId } }) => (ResourceId === undefined ? [] : [ResourceId]),
  lookup: ({ vpc: { VpcId } }) => (VpcId === undefined ? [] : [VpcId]),
});

/** The endpoints in a VPC. */
export const endpointsOfVpc = relationToMany({
  from: 'AWS::EC2::VPC',
  reads: ['vpc'],
  to: 'AWS::EC2::VPCEndpoint',
  facets: ['vpcEndpoint'],
  keys: ({ vpcEndpoint: { VpcId } }) => (VpcId === undefined ? [] : [VpcId]),
  lookup: ({ vpc: { VpcId } }) => (VpcId === undefined ? [] : [VpcId]),
  project: ({ vpcEndpoint: { ServiceName, State, VpcEndpointType } }) => ({
    vpcEndpoint: { ServiceName, State, VpcEndpointType },
  }),
});

/** The subnets in which an instance has a public address, with what Block Public Access makes of them. */
export const subnetsOfPublicAddresses = optional(
  relationToMany({
    from: 'AWS::EC2::Instance',
    reads: ['instance'],
    to: 'AWS::EC2::Subnet',
    facets: ['subnet'],
    keys: ({ subnet: { SubnetId } }) => (SubnetId === undefined ? [] : [SubnetId]),
    lookup: ({ instance }) => publicAddresses(instance).flatMap(({ subnet }) => subnet ?? []),
    project: ({ subnet: { SubnetId, BlockPublicAccessStates } }) => ({ subnet: { SubnetId, BlockPublicAccessStates } }),
  }),
);
