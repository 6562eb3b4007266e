import { sh, type RemediationTarget } from '../kernel/remediation.ts';

/** Makes a version of a launch template from its default one, with `data` (JSON) in its place, and the default of it. */
export function newDefaultVersion({ region, localId }: RemediationTarget, data: string): string {
  return sh`version=$(aws ec2 create-launch-template-version --region ${region} --launch-template-id ${localId} --source-version '$Default' --launch-template-data ${data} --query LaunchTemplateVersion.VersionNumber --output text)
aws ec2 modify-launch-template --region ${region} --launch-template-id ${localId} --default-version "$version"`;
}

/** How the console does the same. */
export function newVersionInConsole(step: string): readonly [string, string, string] {
  return [
    'Open EC2 → Launch templates, choose the template, and Actions → Modify template (Create new version).',
    step,
    'Create the version, and Actions → Set default version.',
  ];
}

export const NEW_VERSION_IMPACT =
  'Instances that run stay as they are. Auto Scaling groups that take the default or latest version launch by the new one; those that name a version do not.';
