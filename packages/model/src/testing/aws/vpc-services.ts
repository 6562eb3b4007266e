import type { Address, FlowLog, TransitGateway, VpcEndpoint } from '../../aws/ec2.ts';
import type { Resource } from '../../resource.ts';
import { TEST_ACCOUNT, TEST_REGION, type Overrides } from '../build.ts';
import { ec2Arn, ec2Resource, TEST_SUBNET_ID, TEST_VPC_ID } from './ec2.ts';

/** An interface endpoint for the EC2 API. */
export function vpcEndpoint(
  fields: Partial<VpcEndpoint> = {},
  overrides: Overrides<'AWS::EC2::VPCEndpoint'> = {},
): Resource<'AWS::EC2::VPCEndpoint'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.VpcEndpointId ?? 'vpce-0a4b5c6d7e8f9a0b1';
  const described: VpcEndpoint = {
    VpcEndpointId: localId,
    VpcEndpointType: 'Interface',
    VpcId: TEST_VPC_ID,
    ServiceName: `com.amazonaws.${region}.ec2`,
    State: 'Available',
    PrivateDnsEnabled: true,
    SubnetIds: [TEST_SUBNET_ID],
    OwnerId: TEST_ACCOUNT,
    Tags: [],
    ...fields,
  };
  return ec2Resource(
    'AWS::EC2::VPCEndpoint',
    ec2Arn('vpc-endpoint', localId, region),
    { vpcEndpoint: described },
    described.Tags,
    overrides,
  );
}

/** A flow log of a VPC that records all traffic. */
export function flowLog(
  fields: Partial<FlowLog> = {},
  overrides: Overrides<'AWS::EC2::FlowLog'> = {},
): Resource<'AWS::EC2::FlowLog'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.FlowLogId ?? 'fl-0b5c6d7e8f9a0b1c2';
  const described: FlowLog = {
    FlowLogId: localId,
    FlowLogStatus: 'ACTIVE',
    ResourceId: TEST_VPC_ID,
    TrafficType: 'ALL',
    LogDestinationType: 's3',
    LogDestination: 'arn:aws:s3:::acme-flow-logs',
    DeliverLogsStatus: 'SUCCESS',
    MaxAggregationInterval: 600,
    CreationTime: '2025-02-01T09:00:00.000Z',
    Tags: [],
    ...fields,
  };
  return ec2Resource(
    'AWS::EC2::FlowLog',
    ec2Arn('vpc-flow-log', localId, region),
    { flowLog: described },
    described.Tags,
    overrides,
  );
}

/** A transit gateway to which attachments have to be accepted by a person. */
export function transitGateway(
  options: NonNullable<TransitGateway['Options']> = {},
  fields: Partial<TransitGateway> = {},
  overrides: Overrides<'AWS::EC2::TransitGateway'> = {},
): Resource<'AWS::EC2::TransitGateway'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.TransitGatewayId ?? 'tgw-0c6d7e8f9a0b1c2d3';
  const id = ec2Arn('transit-gateway', localId, region);
  const described: TransitGateway = {
    TransitGatewayId: localId,
    TransitGatewayArn: id,
    OwnerId: TEST_ACCOUNT,
    State: 'available',
    CreationTime: '2025-02-01T09:00:00.000Z',
    Options: { AutoAcceptSharedAttachments: 'disable', DefaultRouteTableAssociation: 'enable', ...options },
    Tags: [],
    ...fields,
  };
  return ec2Resource('AWS::EC2::TransitGateway', id, { transitGateway: described }, described.Tags, overrides);
}

/** An Elastic IP address that is associated with an interface. */
export function elasticIp(
  fields: Partial<Address> = {},
  overrides: Overrides<'AWS::EC2::EIP'> = {},
): Resource<'AWS::EC2::EIP'> {
  const region = overrides.region ?? TEST_REGION;
  const localId = fields.AllocationId ?? 'eipalloc-0d7e8f9a0b1c2d3e4';
  const described: Address = {
    AllocationId: localId,
    AssociationId: 'eipassoc-0e8f9a0b1c2d3e4f5',
    Domain: 'vpc',
    PublicIp: '34.240.9.9',
    PublicIpv4Pool: 'amazon',
    NetworkInterfaceId: 'eni-0a3c9e6d7f8b0c1d4',
    NetworkInterfaceOwnerId: TEST_ACCOUNT,
    Tags: [],
    ...fields,
  };
  return ec2Resource(
    'AWS::EC2::EIP',
    ec2Arn('elastic-ip', localId, region),
    { address: described },
    described.Tags,
    overrides,
  );
}
