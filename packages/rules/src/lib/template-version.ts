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

/** What the default version of a launch template asks for; `query`, in JMESPath, goes on from its data. */
export function readDefaultVersion({ region, localId }: RemediationTarget, query: string): string {
  return sh`aws ec2 describe-launch-template-versions --region ${region} --launch-template-id ${localId} --versions '$Default' --query ${`LaunchTemplateVersions[].LaunchTemplateData.${query}`}`;
}

/** How the console shows it. */
export function defaultVersionInConsole(step: string): readonly [string, string] {
  return ['Open EC2 → Launch templates, choose the template, and on the tab Versions its default version.', step];
}

/** Default versions of a region's templates that `condition`, in JMESPath, holds for. */
export function readTemplatesWhere({ region }: RemediationTarget, condition: string): string {
  return sh`aws ec2 describe-launch-template-versions --region ${region} --versions '$Default' --query ${`LaunchTemplateVersions[?${condition}].LaunchTemplateName`}`;
}
