import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { readInstance } from '../../lib/instance-audits.ts';
import { goneState } from '../../lib/instance-state.ts';

export const instanceRequiresImdsv2 = defineRule({
  id: 'aws-ec2-instance-requires-imdsv2',
  title: 'Instances require IMDSv2',
  description:
    'The metadata service of an instance must ask for a session token (`HttpTokens` is `required`) or be off. AWS states the options of every instance; a recording without them says nothing. It weighs less on an instance without a role, from which there are no credentials to take.',
  risk: 'With IMDSv1 a single forged request through a web application or a misconfigured proxy returns the credentials of the instance role. IMDSv2 wants a token by PUT first, which such requests cannot get.',
  attack:
    'A web application fetches pictures from addresses that its users type in. Someone types http://169.254.169.254/latest/meta-data/iam/security-credentials/ and the application hands back the keys of the instance role. With these they read, from their own machine, whatever the role may read.',
  audit: {
    console: ['Open EC2 → Instances and choose the instance.', 'Details → Instance details: see IMDSv2.'],
    cli: (target) => readInstance(target, 'MetadataOptions'),
    good: '`HttpTokens` is `required`, or `HttpEndpoint` is `disabled`.',
  },
  severity: 'high',
  categories: ['identity', 'vulnerability'],
  resource: 'AWS::EC2::Instance',
  reads: ['instance'],
  controls: { 'cis-aws': ['imdsv2'], fsbp: ['EC2.8'] },
  remediation: {
    summary: 'Require tokens on the instance, and make it the default of the account in the region.',
    impact:
      'Software that only speaks IMDSv1 gets no metadata and no credentials. The CloudWatch metric MetadataNoToken counts its requests: wait until it stays at zero.',
    effort: 'hours',
    console: [
      'Open EC2 → Instances and choose the instance.',
      'Actions → Instance settings → Modify instance metadata options.',
      'Set IMDSv2 to Required and save.',
    ],
    cli: ({
      region,
      localId,
    }) => sh`aws ec2 modify-instance-metadata-options --region ${region} --instance-id ${localId} --http-tokens required --http-endpoint enabled
aws ec2 modify-instance-metadata-defaults --region ${region} --http-tokens required`,
    terraform: () => `# In the aws_instance, or the aws_launch_template it comes from:
metadata_options {
  http_endpoint = "enabled"
  http_tokens   = "required"
}`,
    cloudformation: () => `# In the AWS::EC2::LaunchTemplate that the instance comes from:
LaunchTemplateData:
  MetadataOptions:
    HttpEndpoint: enabled
    HttpTokens: required`,
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-existing-instances.html',
  },

  evaluate: ({ instance }) => {
    const gone = goneState(instance);
    if (gone) return notApplicable(`The instance is ${gone}.`);
    const { HttpTokens: tokens, HttpEndpoint: endpoint } = instance.MetadataOptions ?? {};
    if (tokens === 'required' || endpoint === 'disabled') return pass;
    if (tokens === undefined)
      return unknown({
        fact: 'instance.MetadataOptions',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeInstances',
        message: 'The recording does not have the metadata options of the instance.',
      });
    const because = 'The instance has no role, so there are no credentials to take.';
    return {
      status: 'fail',
      message: 'The metadata service answers without a session token (IMDSv1).',
      severity: instance.IamInstanceProfile ? undefined : { is: 'medium', because },
      evidence: [{ pointer: '/instance/MetadataOptions/HttpTokens', expected: 'is required' }],
    };
  },
});
