import { isCollected } from '@plumbline/model';
import { defineRule } from '../../kernel/define-rule.ts';
import { pass, unknown } from '../../kernel/outcome.ts';
import { account, optional } from '../../kernel/relation.ts';
import { sh } from '../../kernel/remediation.ts';
import {
  defaultVersionInConsole,
  NEW_VERSION_IMPACT,
  newDefaultVersion,
  newVersionInConsole,
  readDefaultVersion,
} from '../../lib/template-version.ts';

export const launchTemplateRequiresImdsv2 = defineRule({
  id: 'aws-ec2-launch-template-requires-imdsv2',
  title: 'Launch templates require IMDSv2',
  description:
    'The default version must have `HttpTokens` as `required`, or the metadata service off. Where it says nothing, the default of the account in the region decides; where that says nothing either, the image does, and it weighs less.',
  risk: 'Each instance that is launched by the template answers metadata requests without a token. A single forged request through a web application then returns the credentials of its role.',
  attack:
    'Someone finds that an application forwards requests to an address of their choice, and chooses that of the metadata service. The instance was launched by the template, answers without a token, and hands out the keys of its role. Each instance that takes its place tomorrow does the same.',
  audit: {
    console: defaultVersionInConsole(
      'Advanced details: see Metadata version. Where it says nothing, see EC2 → Settings → Data protection and security → IMDS defaults.',
    ),
    cli: (target) => `${readDefaultVersion(target, 'MetadataOptions')}
${sh`aws ec2 get-instance-metadata-defaults --region ${target.region} --query AccountLevel`}`,
    good: '`HttpTokens` is `required`, or `HttpEndpoint` is `disabled`, in the first answer; where the first has neither, in the second.',
  },
  severity: 'medium',
  categories: ['identity', 'vulnerability'],
  resource: 'AWS::EC2::LaunchTemplate',
  reads: ['defaultVersion'],
  needs: { account: optional(account('instanceMetadataDefaults')) },
  controls: { 'cis-aws': ['imdsv2'], fsbp: ['EC2.170'] },
  remediation: {
    summary: 'Make a version that requires tokens, and the default of it.',
    impact: `${NEW_VERSION_IMPACT} Software on the new ones that only speaks IMDSv1 gets no metadata and no credentials.`,
    effort: 'hours',
    console: newVersionInConsole('Advanced details → Metadata version: V2 only (token required).'),
    cli: (target) =>
      newDefaultVersion(target, '{"MetadataOptions":{"HttpTokens":"required","HttpEndpoint":"enabled"}}'),
    terraform: () => `# In the aws_launch_template:
metadata_options {
  http_endpoint = "enabled"
  http_tokens   = "required"
}`,
    cloudformation: () => `# In the AWS::EC2::LaunchTemplate:
LaunchTemplateData:
  MetadataOptions:
    HttpEndpoint: enabled
    HttpTokens: required`,
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
  },

  evaluate: ({ defaultVersion: { LaunchTemplateData: data } }, { account, resource }) => {
    const { HttpTokens: tokens, HttpEndpoint: endpoint } = data?.MetadataOptions ?? {};
    if (tokens === 'required' || endpoint === 'disabled') return pass;
    if (tokens !== undefined)
      return {
        status: 'fail',
        message: 'Instances launched by the template answer metadata requests without a token (IMDSv1).',
        evidence: [{ pointer: POINTER, expected: 'is required' }],
      };
    if (!isCollected(account)) return unknown(account.notCollected);
    const byDefault = account?.facets.instanceMetadataDefaults[resource.region];
    if (!account || !byDefault)
      return unknown({
        fact: 'AWS::Account.instanceMetadataDefaults',
        reason: 'NOT_RECORDED',
        action: 'ec2:GetInstanceMetadataDefaults',
        message: `The recording does not have the metadata defaults of ${resource.region}.`,
      });
    if (byDefault.HttpTokens === 'required' || (endpoint === undefined && byDefault.HttpEndpoint === 'disabled'))
      return pass;
    const allows = byDefault.HttpTokens === 'optional';
    return {
      status: 'fail',
      message: allows
        ? 'The template says nothing of IMDSv2, and the default of the account allows IMDSv1.'
        : 'Neither the template nor the default of the account says anything of IMDSv2.',
      severity: allows ? undefined : { is: 'low', because: 'The image decides, and newer ones require IMDSv2.' },
      evidence: [
        { pointer: POINTER, expected: 'is required' },
        { pointer: `/instanceMetadataDefaults/${resource.region}`, expected: 'requires tokens', of: account },
      ],
    };
  },
});

const POINTER = '/defaultVersion/LaunchTemplateData/MetadataOptions/HttpTokens';
