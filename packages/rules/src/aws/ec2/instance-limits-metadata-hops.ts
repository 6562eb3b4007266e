import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { readInstance } from '../../lib/instance-audits.ts';
import { goneState } from '../../lib/instance-state.ts';

export const instanceLimitsMetadataHops = defineRule({
  id: 'aws-ec2-instance-limits-metadata-hops',
  title: 'Metadata tokens do not travel far from their instance',
  description:
    'The hop limit of the metadata service (`HttpPutResponseHopLimit`) must not be over what is set: 2 lets containers on the instance ask for tokens, 1 the instance alone. It does not matter where the metadata service is off.',
  risk: 'The answer with the session token may be forwarded as many times as the limit says. Through a router, a VPN or a NAT on the instance that forwards what it should not, others then get a token, and the credentials of its role.',
  attack:
    'An instance is the VPN gateway of an office, forwards the packets of those who are connected, and has a hop limit of 64. One of them sends a request to 169.254.169.254 through the tunnel, and the answer with the session token makes it back to them. With the token they fetch the keys of the instance role, and use them from their own machine.',
  audit: {
    console: [
      'Open EC2 → Instances and choose the instance.',
      'Details → Instance details: see Metadata response hop limit.',
    ],
    cli: (target) => readInstance(target, 'MetadataOptions'),
    good: '`HttpPutResponseHopLimit` is at most 2 (or the limit that is set), or `HttpEndpoint` is `disabled`.',
  },
  severity: 'low',
  categories: ['identity', 'network'],
  resource: 'AWS::EC2::Instance',
  reads: ['instance'],
  parameters: {
    maxHops: {
      description: 'The hop limit that an instance may have at the most.',
      schema: { type: 'integer', minimum: 1, maximum: 64 },
      default: 2,
    },
  },
  controls: { 'nist-800-53-r5': ['AC-6', 'SC-7'], 'nist-csf-2': ['PR.AA-05', 'PR.IR-01'] },
  remediation: {
    summary: 'Set the hop limit to 1, or to 2 where containers need the credentials of the instance.',
    impact: 'What is further away than the limit gets no token, and with IMDSv2 required no credentials.',
    effort: 'minutes',
    console: [
      'Open EC2 → Instances and choose the instance.',
      'Actions → Instance settings → Modify instance metadata options → Metadata response hop limit, and save.',
    ],
    cli: ({ region, localId }) =>
      sh`aws ec2 modify-instance-metadata-options --region ${region} --instance-id ${localId} --http-put-response-hop-limit 2`,
    terraform: () => `# In the aws_instance, or the aws_launch_template it comes from:
metadata_options {
  http_put_response_hop_limit = 2
}`,
    cloudformation: () => `# In the AWS::EC2::LaunchTemplate that the instance comes from:
LaunchTemplateData:
  MetadataOptions:
    HttpPutResponseHopLimit: 2`,
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
  },

  evaluate: ({ instance }, { parameters: { maxHops } }) => {
    const gone = goneState(instance);
    if (gone) return notApplicable(`The instance is ${gone}.`);
    const { HttpEndpoint, HttpPutResponseHopLimit: hops } = instance.MetadataOptions ?? {};
    if (HttpEndpoint === 'disabled') return notApplicable('The metadata service is off.');
    if (hops === undefined)
      return unknown({
        fact: 'instance.MetadataOptions',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeInstances',
        message: 'The recording does not have the hop limit of the instance.',
      });
    if (hops <= maxHops) return pass;
    return {
      status: 'fail',
      message: `Metadata tokens may travel ${hops} hops from the instance.`,
      evidence: [{ pointer: '/instance/MetadataOptions/HttpPutResponseHopLimit', expected: `is at most ${maxHops}` }],
    };
  },
});
