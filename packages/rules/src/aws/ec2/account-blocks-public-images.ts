import { defineRule } from '../../kernel/define-rule.ts';
import { hclName, hclString, sh } from '../../kernel/remediation.ts';
import { forEachRegion, judgeRegions } from '../../lib/region-settings.ts';

export const accountBlocksPublicImages = defineRule({
  id: 'aws-ec2-account-blocks-public-images',
  title: 'Public sharing of images is blocked in every region',
  description:
    'Block public access for AMIs must be `block-new-sharing` in each region that was read. AWS turned it on by itself in 2023, but not in accounts that had a public image then; images that are public already stay public under it.',
  risk: 'Without the block one wrong command shares a whole server image, with what is left on its disk, with every AWS account. Nobody in the account is told when that happens.',
  attack:
    'A colleague who wants to hand an image to a partner makes it public, as that needs no account number, and nothing refuses it. Someone who watches the list of public images launches it in an account of their own. On its disk they find the source code and a deploy key, and with the key they come back.',
  audit: {
    console: [
      'Choose the region and open EC2 → Dashboard → Settings → Data protection and security: see Block public access for AMIs.',
      'Look at the other regions in the same way.',
    ],
    cli: (target) =>
      forEachRegion(target, (region) => sh`aws ec2 get-image-block-public-access-state --region ${region}`),
    good: '`ImageBlockPublicAccessState` is `block-new-sharing` in each answer.',
  },
  severity: 'medium',
  categories: ['public-exposure'],
  resource: 'AWS::Account',
  reads: ['imageBlockPublicAccess'],
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6', 'SC-7'], 'nist-csf-2': ['PR.AA-05', 'PR.DS-01'] },
  remediation: {
    summary: 'Block new public sharing of images in each region, also in those that are not in use.',
    impact:
      'No request to make an image public succeeds. Images that are public now stay so, and sharing with named accounts goes on.',
    effort: 'minutes',
    console: [
      'Choose the region and open EC2 → Dashboard → Settings → Data protection and security.',
      'Block public access for AMIs → Manage → Block new public sharing, and update.',
      'Do the same in the other regions.',
    ],
    cli: (target) =>
      forEachRegion(
        target,
        (region) =>
          sh`aws ec2 enable-image-block-public-access --region ${region} --image-block-public-access-state block-new-sharing`,
      ),
    terraform: (target) =>
      forEachRegion(
        target,
        (region) => `resource "aws_ec2_image_block_public_access" "${hclName(region)}" {
  region = ${hclString(region)}
  state  = "block-new-sharing"
}`,
        '\n\n',
      ),
    cloudformation: () => '# CloudFormation has no resource for this setting: use the command.',
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html',
  },

  evaluate: ({ imageBlockPublicAccess }, { snapshot }) =>
    judgeRegions({
      facet: 'imageBlockPublicAccess',
      action: 'ec2:GetImageBlockPublicAccessState',
      byRegion: imageBlockPublicAccess,
      regions: snapshot.regions,
      isGood: (state) => state === 'block-new-sharing',
      expected: 'is block-new-sharing',
      message: (regions) => `Images can be made public in ${regions}.`,
    }),
});
