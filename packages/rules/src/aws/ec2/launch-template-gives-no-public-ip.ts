import { defineRule } from '../../kernel/define-rule.ts';
import { pointer } from '../../kernel/json-pointer.ts';
import { nonEmpty, pass } from '../../kernel/outcome.ts';
import {
  defaultVersionInConsole,
  NEW_VERSION_IMPACT,
  newDefaultVersion,
  newVersionInConsole,
  readDefaultVersion,
} from '../../lib/template-version.ts';

export const launchTemplateGivesNoPublicIp = defineRule({
  id: 'aws-ec2-launch-template-gives-no-public-ip',
  title: 'Launch templates give no public addresses',
  description:
    'No network interface of the default version may have `AssociatePublicIpAddress` on. A template that says nothing leaves it to the subnet, which has a rule of its own.',
  risk: 'Each instance that is launched by the template gets a public address, also in a subnet that gives none. Auto Scaling makes as many of them as there is load.',
  attack:
    'Load goes up, and Auto Scaling launches ten instances by the template, each with a public address. Their group lets in the port of the application from everywhere, as it always did behind the load balancer. A scanner talks to one of them directly, past the firewall at the load balancer, and uses the hole in the application that the firewall was there to cover.',
  audit: {
    console: defaultVersionInConsole('Network interfaces: see Auto-assign public IP of each.'),
    cli: (target) =>
      readDefaultVersion(
        target,
        'NetworkInterfaces[].{DeviceIndex:DeviceIndex,AssociatePublicIpAddress:AssociatePublicIpAddress}',
      ),
    good: 'No `AssociatePublicIpAddress` is `true`. Where it is `null`, or the list is empty, the subnet decides.',
  },
  severity: 'high',
  categories: ['public-exposure', 'network'],
  resource: 'AWS::EC2::LaunchTemplate',
  reads: ['defaultVersion'],
  controls: { fsbp: ['EC2.25'] },
  remediation: {
    summary: 'Make a version that gives no public address, and the default of it; put a load balancer in front.',
    impact: `${NEW_VERSION_IMPACT} Without a NAT gateway the new ones have no way to the internet.`,
    effort: 'hours',
    console: newVersionInConsole('Network settings → Advanced network configuration → Auto-assign public IP: Disable.'),
    cli: (
      target,
    ) => `# The list takes the place of the one in the template: name each of its interfaces, with groups and subnets.
${newDefaultVersion(target, '{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":false,"Groups":["sg-…"]}]}')}`,
    terraform: () => `# In the aws_launch_template:
network_interfaces {
  device_index                = 0
  associate_public_ip_address = false
}`,
    cloudformation: () => `# In the AWS::EC2::LaunchTemplate:
LaunchTemplateData:
  NetworkInterfaces:
    - DeviceIndex: 0
      AssociatePublicIpAddress: false`,
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/create-launch-template.html',
  },

  evaluate: ({ defaultVersion: { LaunchTemplateData: data } }) => {
    const evidence = nonEmpty(
      (data?.NetworkInterfaces ?? []).flatMap(({ AssociatePublicIpAddress: gives }, index) =>
        gives === true ? [{ pointer: pointer(...AT, index, 'AssociatePublicIpAddress'), expected: 'is false' }] : [],
      ),
    );
    if (!evidence) return pass;
    return { status: 'fail', message: 'Instances launched by the template get a public address.', evidence };
  },
});

const AT = ['defaultVersion', 'LaunchTemplateData', 'NetworkInterfaces'] as const;
