import { defineRule } from '../../kernel/define-rule.ts';
import { notApplicable } from '../../kernel/outcome.ts';
import { sh } from '../../kernel/remediation.ts';
import { goneState } from '../../lib/instance-state.ts';
import { judgeUserData, NO_SECRETS } from '../../lib/user-data.ts';

export const instanceUserDataHoldsNoSecrets = defineRule({
  id: 'aws-ec2-instance-user-data-holds-no-secrets',
  title: 'User data of instances holds no secrets',
  description:
    'User data is searched where it is read for what looks like an access key, a private key, a password or a token. The secret itself is never recorded: a marker with its kind and a hash stands in its place.',
  risk: 'Every process on the instance, everyone who may describe it, and whoever forges one request to its metadata service can read user data in the clear. It stays there for as long as the instance exists.',
  attack:
    'Someone gets hold of a session that may only read, and asks EC2 for the user data of each instance. In one start script stands the password of a database. They sign in with it as the application does every minute, so that nobody notices while they read.',
  audit: {
    console: [
      'Open EC2 → Instances and choose the instance.',
      'Actions → Instance settings → Edit user data shows it, decoded; leave without saving.',
    ],
    cli: ({ region, localId }) =>
      sh`aws ec2 describe-instance-attribute --region ${region} --instance-id ${localId} --attribute userData --query "not_null(UserData.Value, '')" --output text | base64 --decode`,
    good: NO_SECRETS,
  },
  severity: 'high',
  categories: ['identity'],
  resource: 'AWS::EC2::Instance',
  reads: ['instance', 'userData'],
  controls: {
    'cis-aws': ['instance-roles'],
    'nist-800-53-r5': ['IA-5(7)', 'SC-28'],
    'nist-csf-2': ['PR.AA-01', 'PR.DS-01'],
  },
  remediation: {
    summary:
      'Revoke the secret first. Put its successor into Secrets Manager or Parameter Store, let the role of the instance read it, and take it out of the user data.',
    impact:
      'The instance must stop for its user data to change; what still uses the old secret fails once it is revoked.',
    effort: 'hours',
    console: [
      'Revoke or change the secret where it is valid.',
      'Open EC2 → Instances, choose the instance, and stop it.',
      'Actions → Instance settings → Edit user data: take the secret out, save, and start the instance.',
    ],
    cli: ({ region, localId }) => sh`aws ec2 stop-instances --region ${region} --instance-ids ${localId}
aws ec2 wait instance-stopped --region ${region} --instance-ids ${localId}
aws ec2 modify-instance-attribute --region ${region} --instance-id ${localId} --attribute userData --value file://user-data-without-secrets.base64
aws ec2 start-instances --region ${region} --instance-ids ${localId}`,
    terraform: () => `# In the aws_instance: read the secret on the instance, by its role.
user_data = <<-EOT
  #!/bin/sh
  aws secretsmanager get-secret-value --secret-id your-secret --query SecretString --output text
EOT`,
    cloudformation: () => `# In the AWS::EC2::Instance: read the secret on the instance, by its role.
UserData:
  Fn::Base64: |
    #!/bin/sh
    aws secretsmanager get-secret-value --secret-id your-secret --query SecretString --output text`,
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
  },

  evaluate: ({ instance, userData }) => {
    const gone = goneState(instance);
    return gone ? notApplicable(`The instance is ${gone}.`) : judgeUserData(userData);
  },
});
