import { defineRule } from '../../kernel/define-rule.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { forEachRegion, judgeRegions } from '../../lib/region-settings.ts';

export const accountDefaultsToImdsv2 = defineRule({
  id: 'aws-ec2-account-defaults-to-imdsv2',
  title: 'New instances require IMDSv2 by default in every region',
  description:
    'The metadata defaults of the account must have `HttpTokens` as `required`, or the endpoint as `disabled`, in each region that was read. Without a default the image decides, and most older images allow IMDSv1; a launch that asks for something else gets it all the same, unless the account enforces IMDSv2 as well.',
  risk: 'Each launch that says nothing about metadata may answer requests without a token. A forged request through one web application then returns the credentials of its role.',
  attack:
    'A team launches a report server from an image of years ago and says nothing about metadata, so the server answers without a token. A visitor finds that the server fetches any address they give it, and gives it that of the metadata service. They get the keys of the instance role, and use them from their own machine.',
  audit: {
    console: [
      'Choose the region and open EC2 → Settings → Data protection and security: see IMDS defaults.',
      'Look at the other regions in the same way.',
    ],
    cli: (target) =>
      forEachRegion(
        target,
        (region) => sh`aws ec2 get-instance-metadata-defaults --region ${region} --query AccountLevel`,
      ),
    good: '`HttpTokens` is `required`, or `HttpEndpoint` is `disabled`, in each answer. An empty answer means that there is no default.',
  },
  severity: 'medium',
  categories: ['identity', 'vulnerability'],
  resource: 'AWS::Account',
  reads: ['instanceMetadataDefaults'],
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6', 'CM-2'], 'nist-csf-2': ['PR.AA-05', 'PR.PS-01'] },
  remediation: {
    summary: 'Set the default of the metadata version to V2 in each region, also in those that are not in use.',
    impact:
      'Instances that run stay as they are. Software on new ones that only speaks IMDSv1 gets no metadata and no credentials.',
    effort: 'minutes',
    console: [
      'Choose the region and open EC2 → Settings → Data protection and security.',
      'IMDS defaults → Manage → Metadata version: V2 only (token required), and update.',
      'Do the same in the other regions.',
    ],
    cli: (target) =>
      forEachRegion(
        target,
        (region) => sh`aws ec2 modify-instance-metadata-defaults --region ${region} --http-tokens required`,
      ),
    terraform: (target) =>
      forEachRegion(
        target,
        (region) => `resource "aws_ec2_instance_metadata_defaults" "${hclName(region)}" {
  region      = ${hclString(region)}
  http_tokens = "required"
}`,
        '\n\n',
      ),
    cloudformation: () => '# CloudFormation has no resource for this setting: use the command.',
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
  },

  evaluate: ({ instanceMetadataDefaults }, { snapshot }) =>
    judgeRegions({
      facet: 'instanceMetadataDefaults',
      action: 'ec2:GetInstanceMetadataDefaults',
      byRegion: instanceMetadataDefaults,
      regions: snapshot.regions,
      isGood: ({ HttpTokens, HttpEndpoint }) => HttpTokens === 'required' || HttpEndpoint === 'disabled',
      field: 'HttpTokens',
      expected: 'is required',
      message: (regions) => `New instances may allow IMDSv1 by default in ${regions}.`,
    }),
});
