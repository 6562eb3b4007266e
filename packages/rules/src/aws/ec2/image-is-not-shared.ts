import { defineRule } from '../../kernel/define-rule.ts';
import { pointer } from '../../kernel/json-pointer.ts';
import { nonEmpty, notApplicable, pass } from '../../kernel/outcome.ts';
import { sh, type RemediationTarget } from '../../kernel/remediation.ts';
import { goneImage } from '../../lib/image-state.ts';
import { listed } from '../../lib/listed.ts';

const NAMES = { UserId: 'account', OrganizationArn: 'organization', OrganizationalUnitArn: 'organizational unit' };
const KINDS = Object.keys(NAMES) as (keyof typeof NAMES)[];

export const imageIsNotShared = defineRule({
  id: 'aws-ec2-image-is-not-shared',
  title: 'Images are not shared with other accounts',
  description:
    'No launch permission of an image may be for another account, an organization or an organizational unit. The block of public sharing has no say in it.',
  risk: 'Whoever may launch the image can read all that is on its disks, and copy it. A permission for an organization holds for each account that joins it later.',
  attack:
    'An image was shared with the account of a contractor, and still is when the work is long done. Someone gets into that account, finds the image among those it may use, and launches it. The files on its disk tell them internal addresses, and a password that nobody has changed since.',
  audit: {
    console: ['Open EC2 → AMIs and choose the image.', 'Permissions: see the shared accounts, organizations and OUs.'],
    cli: readPermissions,
    good: 'Each `UserId`, `OrganizationArn` and `OrganizationalUnitArn` in the list stands for someone who needs the image; best the list is empty.',
  },
  severity: 'low',
  categories: ['public-exposure'],
  resource: 'AWS::EC2::Image',
  reads: ['image', 'launchPermissions'],
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'], 'nist-csf-2': ['PR.AA-05'] },
  remediation: {
    summary: 'Take away the permission of whoever does not need the image, and except those that do.',
    impact: 'They can no longer launch the image, their Auto Scaling groups included; instances that run go on.',
    effort: 'minutes',
    console: [
      'Open EC2 → AMIs and choose the image.',
      'Actions → Edit AMI permissions: remove the accounts and organizations that do not need it, and save.',
    ],
    cli: (target) =>
      sh`aws ec2 modify-image-attribute --region ${target.region} --image-id ${target.localId} --launch-permission ${`Remove=[${removals(target)}]`}`,
    terraform: () => `# Remove the permission. If Terraform did not make it, the command takes it away.
# resource "aws_ami_launch_permission" "…" { … }`,
    cloudformation: () => '# CloudFormation has no resource for permissions of an image: use the command.',
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-explicit.html',
  },

  evaluate: ({ image, launchPermissions }, { snapshot }) => {
    const gone = goneImage(image);
    if (gone) return notApplicable(gone);
    const others = launchPermissions.flatMap((permission, index) =>
      KINDS.flatMap((kind) => {
        const who = permission[kind];
        return who === undefined || who === snapshot.id ? [] : [{ kind, who, index }];
      }),
    );
    const evidence = nonEmpty(
      others.map(({ kind, index }) => ({
        pointer: pointer('launchPermissions', index, kind),
        expected: `is an ${NAMES[kind]} that needs the image`,
      })),
    );
    if (!evidence) return pass;
    const names = others.map(({ kind, who }) => `${NAMES[kind]} ${who.slice(who.lastIndexOf('/') + 1)}`);
    return { status: 'fail', message: `The image is shared with ${listed(names)}.`, evidence };
  },
});

function readPermissions({ region, localId }: RemediationTarget): string {
  return sh`aws ec2 describe-image-attribute --region ${region} --image-id ${localId} --attribute launchPermission --query LaunchPermissions`;
}

function removals({ evidence }: RemediationTarget): string {
  const found = evidence.flatMap(({ pointer: at, actual }) =>
    typeof actual === 'string' ? [`{${at.slice(at.lastIndexOf('/') + 1)}=${actual}}`] : [],
  );
  return found.length > 0 ? found.join(',') : '{UserId=…}';
}
