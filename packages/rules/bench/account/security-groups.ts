import type { RecordedResource } from '@plumbline/model';
import { ACCOUNT, ec2Arn, localId, nameOf, neighbour, regionOf, tagList, tagsOf } from './names.ts';
import { vpcOf } from './network.ts';
import { Random } from './random.ts';

const SERVICES = [
  ['https', 443],
  ['http', 80],
  ['application', 8080],
  ['application over TLS', 8443],
  ['PostgreSQL', 5432],
  ['MySQL', 3306],
  ['Redis', 6379],
  ['OpenSearch', 9200],
  ['node exporter', 9100],
  ['Kafka over TLS', 9094],
  ['NFS', 2049],
  ['SSH', 22],
] as const;

/** @param count how many there are: they name each other */
export function securityGroup(index: number, count: number): RecordedResource {
  const random = new Random('security group', index);
  const GroupId = localId('sg', index);
  const GroupName = index < 3 ? 'default' : nameOf('group', index);
  const tags = tagsOf(GroupName, random);
  const id = ec2Arn('security-group', GroupId, index);
  return {
    type: 'AWS::EC2::SecurityGroup',
    id,
    name: GroupName,
    region: regionOf(index),
    tags,
    facets: {
      securityGroup: {
        Description: `Managed by Terraform: ${GroupName}`,
        GroupId,
        GroupName,
        IpPermissions: Array.from({ length: random.integer(3, 8) }, () => permission(random, index, count)),
        IpPermissionsEgress: random.chance(0.2)
          ? [everywhere()]
          : Array.from({ length: random.integer(1, 3) }, () => permission(random, index, count)),
        OwnerId: ACCOUNT,
        SecurityGroupArn: id,
        Tags: tagList(tags),
        VpcId: vpcOf(index, count),
      },
    },
  };
}

function everywhere() {
  return {
    IpProtocol: '-1',
    IpRanges: [{ CidrIp: '0.0.0.0/0' }],
    Ipv6Ranges: [],
    PrefixListIds: [],
    UserIdGroupPairs: [],
  };
}

function permission(random: Random, index: number, count: number) {
  const [service, port] = random.pick(SERVICES);
  const isPublic = random.chance(port === 443 || port === 80 ? 0.15 : 0.005);
  const byGroup = !isPublic && random.chance(0.4);
  const ranges = () =>
    Array.from({ length: random.integer(1, 5) }, () => ({
      CidrIp: `10.${random.integer(0, 255)}.${random.integer(0, 255)}.0/24`,
      Description: `${service} from ${random.pick(['the office', 'the VPN', 'a peered VPC', 'the data centre'])}`,
    }));
  return {
    FromPort: port,
    IpProtocol: 'tcp',
    IpRanges: isPublic ? [{ CidrIp: '0.0.0.0/0', Description: `${service} for all` }] : byGroup ? [] : ranges(),
    Ipv6Ranges: isPublic && random.chance(0.5) ? [{ CidrIpv6: '::/0' }] : [],
    PrefixListIds: [],
    ToPort: port,
    UserIdGroupPairs: byGroup
      ? [{ Description: service, GroupId: localId('sg', neighbour(random, index, count)), UserId: ACCOUNT }]
      : [],
  };
}
