import { defineRule } from '../../kernel/define-rule.ts';
import { sh } from '../../kernel/remediation.ts';
import { defaultVersionInConsole, newDefaultVersion, newVersionInConsole } from '../../lib/template-version.ts';
import { judgeUserData, NO_SECRETS } from '../../lib/user-data.ts';

export const launchTemplateUserDataHoldsNoSecrets = defineRule({
  id: 'aws-ec2-launch-template-user-data-holds-no-secrets',
  title: 'User data of launch templates holds no secrets',
  description:
    'The user data of the default version is searched where it is read for what looks like an access key, a private key, a password or a token. The secret itself is never recorded: a marker with its kind and a hash stands in its place.',
  risk: 'Everyone who may describe launch templates reads the secret, and each instance that is launched has it in its metadata. Old versions keep it when a new one no longer does.',
  attack:
    'A build job may describe launch templates, to find out which image is current. Whoever steals its credentials reads the user data of every version, the old ones too, and finds the token of a package registry. With the token they put code of their own into the next release.',
  audit: {
    console: defaultVersionInConsole('Advanced details: see User data.'),
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-launch-template-versions --region ${region} --launch-template-id ${localId} --versions '$Default' --query "not_null(LaunchTemplateVersions[0].LaunchTemplateData.UserData, '')" --output text | base64 --decode`,
    good: NO_SECRETS,
  },
  severity: 'high',
  categories: ['identity'],
  resource: 'AWS::EC2::LaunchTemplate',
  reads: ['userData'],
  controls: {
    'cis-aws': ['instance-roles'],
    'nist-800-53-r5': ['IA-5(7)', 'SC-28'],
    'nist-csf-2': ['PR.AA-01', 'PR.DS-01'],
  },
  remediation: {
    summary:
      'Revoke the secret first. Make a version without it that reads its successor from Secrets Manager or Parameter Store, and delete the versions that have it.',
    impact: 'Instances that run keep the old user data, and fail where they still use the revoked secret.',
    effort: 'hours',
    console: newVersionInConsole('Advanced details → User data: take the secret out.'),
    cli: (target) => `${newDefaultVersion(target, '{"UserData":"<user data without secrets, in base64>"}')}
# And the versions that have the secret, by their numbers:
${sh`aws ec2 delete-launch-template-versions --region ${target.region} --launch-template-id ${target.localId} --versions …`}`,
    terraform: () => `# In the aws_launch_template: read the secret on the instance, by its role.
user_data = base64encode(<<-EOT
  #!/bin/sh
  aws secretsmanager get-secret-value --secret-id your-secret --query SecretString --output text
EOT
)`,
    cloudformation: () => `# In the AWS::EC2::LaunchTemplate: read the secret on the instance, by its role.
LaunchTemplateData:
  UserData:
    Fn::Base64: |
      #!/bin/sh
      aws secretsmanager get-secret-value --secret-id your-secret --query SecretString --output text`,
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
  },

  evaluate: ({ userData }) => judgeUserData(userData),
});
