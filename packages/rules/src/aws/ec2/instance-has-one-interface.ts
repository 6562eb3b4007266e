import { defineRule } from '../../kernel/define-rule.ts';
import { pointer } from '../../kernel/json-pointer.ts';
import { nonEmpty, notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { sh, type RemediationTarget } from '../../kernel/remediation.ts';
import { readInstance } from '../../lib/instance-audits.ts';
import { goneState } from '../../lib/instance-state.ts';

export const instanceHasOneInterface = defineRule({
  id: 'aws-ec2-instance-has-one-interface',
  title: 'Instances have one network interface',
  description:
    'An instance must have one network interface. Firewalls, and nodes whose containers have interfaces of their own, need more: except those.',
  risk: 'An instance that stands in two subnets joins them, past route tables, network ACLs and firewalls in between. Each interface has groups and addresses of its own that somebody has to keep right.',
  attack:
    'An instance has one interface in a public subnet, and a second one in the subnet of the databases. Someone gets a shell on it through its web server. From the second interface they talk to the databases from within the subnet, and the firewall and the network ACL in between never see a packet.',
  audit: {
    console: ['Open EC2 → Instances and choose the instance.', 'Networking → Network interfaces: count them.'],
    cli: (target) =>
      readInstance(
        target,
        'NetworkInterfaces[].{NetworkInterfaceId:NetworkInterfaceId,SubnetId:SubnetId,DeviceIndex:Attachment.DeviceIndex}',
      ),
    good: 'The list has one entry, with the `DeviceIndex` 0.',
  },
  severity: 'low',
  categories: ['network'],
  resource: 'AWS::EC2::Instance',
  reads: ['instance'],
  controls: { fsbp: ['EC2.17'] },
  remediation: {
    summary: 'Detach the interfaces that are not needed.',
    impact: 'Connections to the addresses of a detached interface end.',
    effort: 'hours',
    console: [
      'Open EC2 → Network interfaces, filter by the instance, and choose an interface that is not its primary one.',
      'Actions → Detach, and delete it when nothing is missing.',
    ],
    cli: detach,
    terraform: () =>
      '# Remove the aws_network_interface_attachment, or the network_interface blocks but that with device_index 0.',
    cloudformation: () => '# Remove the AWS::EC2::NetworkInterfaceAttachment from the template, and update the stack.',
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  },

  evaluate: ({ instance }) => {
    const gone = goneState(instance);
    if (gone) return notApplicable(`The instance is ${gone}.`);
    const interfaces = instance.NetworkInterfaces;
    if (interfaces === undefined)
      return unknown({
        fact: 'instance.NetworkInterfaces',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeInstances',
        message: 'The recording does not have the network interfaces of the instance.',
      });
    if (interfaces.length <= 1) return pass;
    const primary = interfaces.findIndex(({ Attachment }) => Attachment?.DeviceIndex === 0);
    const evidence = nonEmpty(
      [...interfaces.keys()]
        .filter((index) => index !== primary)
        .flatMap((index) => [
          { pointer: pointer(...AT, index, 'NetworkInterfaceId'), expected: 'is not attached' },
          { pointer: pointer(...AT, index, 'Attachment', 'AttachmentId'), expected: 'names the attachment', ok: true },
        ]),
    );
    if (!evidence) return pass;
    return { status: 'fail', message: `The instance has ${interfaces.length} network interfaces.`, evidence };
  },
});

const AT = ['instance', 'NetworkInterfaces'] as const;

function detach({ region, evidence }: RemediationTarget): string {
  const ids = evidence.flatMap(({ ok, actual }) => (ok && typeof actual === 'string' ? [actual] : []));
  return (ids.length > 0 ? ids : ['eni-attach-…'])
    .map((id) => sh`aws ec2 detach-network-interface --region ${region} --attachment-id ${id}`)
    .join('\n');
}
