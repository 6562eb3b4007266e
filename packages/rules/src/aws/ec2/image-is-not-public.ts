import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable, pass, unknown } from '../../kernel/outcome.ts';
import { hclString, sh } from '../../kernel/remediation.ts';
import { goneImage } from '../../lib/image-state.ts';

export const imageIsNotPublic = defineRule({
  id: 'aws-ec2-image-is-not-public',
  title: 'Images are not public',
  description:
    'No image (AMI) that the account owns may have public launch permissions, which AWS tells as `Public`. The block of public sharing in the region does not change the verdict: images that were public before it stay public.',
  risk: 'Everyone with an AWS account can launch a public image and read all that is on its disks: code, configuration, keys that somebody left there. AWS lists public images, and people search the list.',
  attack:
    'Someone reads the list of public images and launches each new one of a company in an account of their own. They look through its disk for what people leave behind: a configuration file has the password of the production database, a home directory has a private key. They sign in with these as if they worked there.',
  audit: {
    console: ['Open EC2 → AMIs and choose the image.', 'Permissions: see whether it says Public or Private.'],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-images --region ${region} --image-ids ${localId} --query 'Images[].{Public:Public,State:State}'`,
    good: '`Public` is `false`.',
  },
  severity: 'critical',
  categories: ['public-exposure'],
  resource: 'AWS::EC2::Image',
  reads: ['image'],
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6', 'SC-7'], 'nist-csf-2': ['PR.AA-05', 'PR.DS-01'] },
  remediation: {
    summary:
      'Make the image private, block new public sharing in the region, and replace what secrets were on its disks.',
    impact:
      'Accounts that are not named among the permissions can no longer launch the image; instances that they launched stay theirs.',
    effort: 'minutes',
    console: [
      'Open EC2 → AMIs and choose the image.',
      'Actions → Edit AMI permissions → Private, and save.',
      'EC2 → Dashboard → Settings → Data protection and security → Block public access for AMIs → Block new public sharing.',
    ],
    cli: ({
      region,
      localId,
    }) => sh`aws ec2 modify-image-attribute --region ${region} --image-id ${localId} --launch-permission "Remove=[{Group=all}]"
aws ec2 enable-image-block-public-access --region ${region} --image-block-public-access-state block-new-sharing`,
    terraform: ({
      region,
    }) => `# Remove the permission with group = "all". If Terraform did not make it, the command takes it away.
# resource "aws_ami_launch_permission" "…" { … }

resource "aws_ec2_image_block_public_access" "all" {
  region = ${hclString(region)}
  state  = "block-new-sharing"
}`,
    cloudformation: () => '# CloudFormation has no resource for permissions of an image: use the command.',
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html',
  },

  evaluate: ({ image }) => {
    const gone = goneImage(image);
    if (gone) return notApplicable(gone);
    if (image.Public === undefined)
      return unknown({
        fact: 'image.Public',
        reason: 'NOT_RECORDED',
        action: 'ec2:DescribeImages',
        message: 'The recording does not say whether the image is public.',
      });
    if (!image.Public) return pass;
    return {
      status: 'fail',
      message: 'Every AWS account can launch the image.',
      evidence: [{ pointer: '/image/Public', expected: 'is false' }],
    };
  },
});
