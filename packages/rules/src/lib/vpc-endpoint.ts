import { isCollected, type VpcEndpoint } from '@plumbline/model';
import type { Audit } from '../kernel/audit.ts';
import { nonEmpty, notApplicable, pass, type Evidence, type NotRead, type Outcome } from '../kernel/outcome.ts';
import type { Related, SnapshotAccount } from '../kernel/relation.ts';
import { hclName, hclString, sh, type Remediation } from '../kernel/remediation.ts';
import { otherOwner } from './other-owner.ts';

type Endpoints = readonly Related<{
  readonly vpcEndpoint: Pick<VpcEndpoint, 'ServiceName' | 'State' | 'VpcEndpointType'>;
}>[];

/** What the VPC is judged by. */
interface Surroundings {
  readonly endpoints: Endpoints;
  /** What calls the service would come from. */
  readonly interfaces: readonly Related[] | NotRead;
  readonly snapshot: SnapshotAccount;
}

/** Fails where a VPC has no interface endpoint for a service (`ec2`), its FIPS variant included, that is available. */
export function judgeEndpoint(
  service: string,
  vpc: { readonly OwnerId?: string | undefined },
  { endpoints, interfaces, snapshot }: Surroundings,
): Outcome {
  const other = otherOwner(vpc.OwnerId, snapshot);
  if (other) return notApplicable(other);
  const found = endpoints.filter(({ region, facets: { vpcEndpoint } }) =>
    [service, `${service}-fips`].some((name) => vpcEndpoint.ServiceName?.endsWith(`.${region}.${name}`)),
  );
  const usable = found.filter(({ facets }) => facets.vpcEndpoint.VpcEndpointType === 'Interface');
  // The API writes states in small letters, where its model has them with a capital.
  if (usable.some(({ facets }) => facets.vpcEndpoint.State?.toLowerCase() === 'available')) return pass;
  const waiting = nonEmpty(
    usable.map((of): Evidence => ({ pointer: '/vpcEndpoint/State', expected: 'is available', of })),
  );
  return {
    status: 'fail',
    message: waiting
      ? `The endpoint for ${service} in the VPC is not available.`
      : `The VPC has no interface endpoint for ${service}.`,
    severity:
      isCollected(interfaces) && interfaces.length === 0
        ? { is: 'info', because: 'No network interface is in the VPC.' }
        : undefined,
    evidence: [
      { pointer: '/vpc/VpcId', expected: `has an endpoint for ${service}`, ok: waiting !== null },
      ...(waiting ?? []),
    ],
  };
}

/** How to see the endpoint by hand. */
export function seeEndpoint(service: string): Audit {
  return {
    console: [
      'Open VPC → Endpoints and filter by the VPC.',
      `Look for one of the type Interface whose service name ends in .${service} (or in .${service}-fips, where AWS has it), and see its status.`,
    ],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-vpc-endpoints --region ${region} --filters ${`Name=vpc-id,Values=${localId}`} --query ${ENDPOINTS}`,
    good: `The \`ServiceName\` of an entry ends in \`.${service}\` (or in \`.${service}-fips\`, where AWS has it), its \`VpcEndpointType\` is \`Interface\`, and its \`State\` is \`available\`.`,
  };
}

const ENDPOINTS = 'VpcEndpoints[].{ServiceName:ServiceName,VpcEndpointType:VpcEndpointType,State:State}';

/** The ways to make the endpoint. */
export function makeEndpoint(
  service: string,
): Pick<Remediation, 'impact' | 'effort' | 'console' | 'cli' | 'terraform' | 'cloudformation'> {
  const suffix = hclName(service);
  return {
    impact:
      'With private DNS the names of the service lead to the endpoint at once: its security group must let in HTTPS from the VPC. Each zone costs by the hour.',
    effort: 'hours',
    console: [
      'Open VPC → Endpoints → Create endpoint.',
      `AWS services → com.amazonaws.<region>.${service}, choose the VPC, its private subnets and a group that lets in HTTPS.`,
      'Leave "Enable DNS name" on, and create.',
    ],
    cli: ({ region, localId }) =>
      sh`aws ec2 create-vpc-endpoint --region ${region} --vpc-id ${localId} --vpc-endpoint-type Interface --service-name ${`com.amazonaws.${region}.${service}`} --private-dns-enabled --subnet-ids` +
      ' subnet-… --security-group-ids sg-…',
    terraform: ({ region, localId }) => `resource "aws_vpc_endpoint" "${suffix}" {
  vpc_id              = ${hclString(localId)}
  service_name        = ${hclString(`com.amazonaws.${region}.${service}`)}
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = ["subnet-…"]
  security_group_ids  = ["sg-…"]
}`,
    cloudformation: ({ region, localId }) => `Endpoint:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcId: ${JSON.stringify(localId)}
    ServiceName: com.amazonaws.${region}.${service}
    VpcEndpointType: Interface
    PrivateDnsEnabled: true
    SubnetIds: [subnet-…]
    SecurityGroupIds: [sg-…]`,
  };
}
