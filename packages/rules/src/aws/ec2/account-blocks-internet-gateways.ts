import { defineRule } from '../../kernel/define-rule.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { forEachRegion, judgeRegions } from '../../lib/region-settings.ts';

export const accountBlocksInternetGateways = defineRule({
  id: 'aws-ec2-account-blocks-internet-gateways',
  title: 'VPC Block Public Access is on in every region',
  description:
    'VPC Block Public Access must be `block-ingress` or `block-bidirectional` in each region that was read. What has to be public is excluded by VPC or subnet, and exclusions do not count against the account.',
  risk: 'Without it every route table, address and security group has to be right, for each VPC that someone makes. One mistake in three places that many people may change opens a server to the internet.',
  attack:
    'Someone makes a server in a test network for an afternoon, with a public address and a security group that lets in everyone. The network has a way to the internet, and nothing above it says no, so scanners reach the server within minutes. One of them gets in by the password of the test, and uses the role of the server from there.',
  audit: {
    console: [
      'Choose the region and open VPC → Settings → Public access: see the mode and the exclusions.',
      'Look at the other regions in the same way.',
    ],
    cli: (target) =>
      forEachRegion(
        target,
        (region) =>
          sh`aws ec2 describe-vpc-block-public-access-options --region ${region} --query VpcBlockPublicAccessOptions`,
      ),
    good: '`InternetGatewayBlockMode` is `block-ingress` or `block-bidirectional` in each answer.',
  },
  severity: 'medium',
  categories: ['public-exposure', 'network'],
  resource: 'AWS::Account',
  reads: ['vpcBlockPublicAccess'],
  controls: { fsbp: ['EC2.172'] },
  remediation: {
    summary:
      'Exclude the subnets that have to be public, and then block what comes in through internet gateways in each region.',
    impact:
      'Everything that is reached through an internet gateway and is not excluded goes dark at once, load balancers included, and what goes out by a public address of its own does so too. Network Access Analyzer tells beforehand what that is.',
    effort: 'days',
    console: [
      'Choose the region and open VPC → Settings → Public access.',
      'Create exclusions for the VPCs and subnets that have to be public.',
      'Edit public access settings → Ingress-only, and save.',
      'Do the same in the other regions.',
    ],
    cli: (target) =>
      forEachRegion(
        target,
        (region) =>
          sh`aws ec2 modify-vpc-block-public-access-options --region ${region} --internet-gateway-block-mode block-ingress`,
      ),
    terraform: (target) =>
      forEachRegion(
        target,
        (region) => `resource "aws_vpc_block_public_access_options" "${hclName(region)}" {
  region                      = ${hclString(region)}
  internet_gateway_block_mode = "block-ingress"
}`,
        '\n\n',
      ),
    cloudformation: () => `# One stack in each region.
VpcBlockPublicAccess:
  Type: AWS::EC2::VPCBlockPublicAccessOptions
  Properties:
    InternetGatewayBlockMode: block-ingress`,
    docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
  },

  evaluate: ({ vpcBlockPublicAccess }, { snapshot }) =>
    judgeRegions({
      facet: 'vpcBlockPublicAccess',
      action: 'ec2:DescribeVpcBlockPublicAccessOptions',
      byRegion: vpcBlockPublicAccess,
      regions: snapshot.regions,
      isGood: ({ InternetGatewayBlockMode: mode }) => mode === 'block-ingress' || mode === 'block-bidirectional',
      field: 'InternetGatewayBlockMode',
      expected: 'is block-ingress or block-bidirectional',
      message: (regions) => `Nothing blocks what comes in through internet gateways in ${regions}.`,
    }),
});
