import type { RecordedResource } from '@plumbline/model';
import { ACCOUNT, ec2Arn, localId, regionOf, REGIONS, tagList } from './names.ts';

/** How many instances share a network, and what a network has. */
const SHARING = 300;

function networks(count: number): number {
  return REGIONS.length * Math.ceil(count / SHARING / REGIONS.length);
}

/** The VPC of an instance or group, which lies in its region. */
export function vpcOf(index: number, count: number): string {
  return localId('vpc', index % networks(count));
}

export function subnetOf(index: number, count: number): string {
  return localId('subnet', index % networks(count));
}

/** VPCs with a subnet and a route table each. */
export function* network(count: number): Generator<RecordedResource> {
  for (let index = 0; index < networks(count); index++) {
    const VpcId = localId('vpc', index);
    const SubnetId = localId('subnet', index);
    const RouteTableId = localId('rtb', index);
    const GatewayId = localId('igw', index);
    const CidrBlock = `10.${index % 256}.0.0/16`;
    const named = (kind: string, id: string) => {
      const tags = { Name: `${kind}-${index}` };
      const identity = { id: ec2Arn(kind, id, index), name: tags.Name, region: regionOf(index), tags };
      return { identity, described: { OwnerId: ACCOUNT, Tags: tagList(tags), VpcId } };
    };
    const vpc = named('vpc', VpcId);
    yield {
      type: 'AWS::EC2::VPC',
      ...vpc.identity,
      facets: {
        vpc: { ...vpc.described, CidrBlock, InstanceTenancy: 'default', IsDefault: false, State: 'available' },
      },
    };
    const subnet = named('subnet', SubnetId);
    yield {
      type: 'AWS::EC2::Subnet',
      ...subnet.identity,
      facets: {
        subnet: {
          ...subnet.described,
          AvailabilityZone: `${regionOf(index)}a`,
          BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' },
          CidrBlock,
          MapPublicIpOnLaunch: index % 4 === 0,
          State: 'available',
          SubnetId,
        },
      },
    };
    const table = named('route-table', RouteTableId);
    yield {
      type: 'AWS::EC2::RouteTable',
      ...table.identity,
      facets: {
        routeTable: {
          ...table.described,
          Associations: [{ Main: true, RouteTableAssociationId: localId('rtbassoc', index), RouteTableId }],
          PropagatingVgws: [],
          RouteTableId,
          Routes: [
            { DestinationCidrBlock: CidrBlock, GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' },
            { DestinationCidrBlock: '0.0.0.0/0', GatewayId, Origin: 'CreateRoute', State: 'active' },
          ],
        },
      },
    };
  }
}
