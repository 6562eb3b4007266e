/** Every action there is: each has a service and a name. */
export const EVERY_ACTION = '?*:?*';

export const PASS_ROLE = 'iam:PassRole';

export const DECRYPTS = ['kms:Decrypt', 'kms:ReEncryptFrom'];

export const OBJECT_READ = 's3:GetObject';
export const SECRET_READS = ['secretsmanager:GetSecretValue'];
export const PARAMETER_READS = [
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'ssm:GetParameterHistory',
];
export const TABLE_READS = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:Scan'];
export const SNAPSHOT_READ = 'ebs:GetSnapshotBlock';

/** The calls that read data. */
export const DATA_READS = [OBJECT_READ, ...SECRET_READS, ...PARAMETER_READS, ...TABLE_READS, SNAPSHOT_READ];

/** All there is of a kind, in the last part of an ARN. */
export const ALL_OF_A_KIND = {
  keys: 'key/?*',
  objects: '?*/?*',
  parameters: 'parameter/?*',
  roles: 'role/*',
  secrets: 'secret:?*',
  snapshots: 'snapshot/?*',
  tables: 'table/?*',
} as const;
