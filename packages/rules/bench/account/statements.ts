import { ACCOUNT, regionOf } from './names.ts';
import type { Random } from './random.ts';

const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  s3: [
    'GetObject',
    'PutObject',
    'DeleteObject',
    'ListBucket',
    'GetBucketLocation',
    'AbortMultipartUpload',
    'GetObjectTagging',
  ],
  dynamodb: ['GetItem', 'PutItem', 'UpdateItem', 'Query', 'Scan', 'BatchGetItem', 'BatchWriteItem', 'DescribeTable'],
  sqs: ['SendMessage', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes', 'ChangeMessageVisibility'],
  sns: ['Publish', 'Subscribe', 'GetTopicAttributes'],
  logs: ['CreateLogGroup', 'CreateLogStream', 'PutLogEvents', 'DescribeLogStreams'],
  kms: ['Decrypt', 'Encrypt', 'GenerateDataKey', 'DescribeKey'],
  secretsmanager: ['GetSecretValue', 'DescribeSecret'],
  ssm: ['GetParameter', 'GetParameters', 'GetParametersByPath'],
  ec2: [
    'DescribeInstances',
    'DescribeNetworkInterfaces',
    'CreateNetworkInterface',
    'DeleteNetworkInterface',
    'CreateTags',
  ],
  ecr: ['GetAuthorizationToken', 'BatchGetImage', 'GetDownloadUrlForLayer', 'BatchCheckLayerAvailability'],
  lambda: ['InvokeFunction', 'GetFunction', 'UpdateFunctionCode'],
  cloudwatch: ['PutMetricData', 'GetMetricData', 'ListMetrics'],
  states: ['StartExecution', 'DescribeExecution', 'StopExecution'],
  iam: ['GetRole', 'PassRole', 'ListRoles'],
  sts: ['AssumeRole', 'GetCallerIdentity'],
};

/** Services most of whose actions are on everything or on nothing. */
const EVERYWHERE = new Set(['cloudwatch', 'ec2', 'ecr']);

/** A policy as people and their tools write them: mostly narrow, here and there too wide. */
export function policyDocument(random: Random, statements: number) {
  return { Version: '2012-10-17', Statement: Array.from({ length: statements }, (_, at) => statement(random, at)) };
}

function statement(random: Random, at: number) {
  if (random.chance(0.001)) return { Sid: `All${at}`, Effect: 'Allow', Action: '*', Resource: '*' };
  if (random.chance(0.04))
    return {
      Sid: `Deny${at}`,
      Effect: 'Deny',
      NotAction: ['iam:*', 'organizations:DescribeOrganization', 'support:*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1', 'us-east-1'] } },
    };
  const service = random.pick(Object.keys(ACTIONS));
  const names = random.some(ACTIONS[service] ?? [], random.integer(2, 5));
  const wide = random.chance(0.006);
  const conditional = random.chance(0.15);
  return {
    Sid: `${service}${at}${random.hex(6)}`,
    Effect: 'Allow',
    Action: wide
      ? `${service}:*`
      : names.map((name) => `${service}:${random.chance(0.08) ? `${name.slice(0, 4)}*` : name}`),
    Resource:
      EVERYWHERE.has(service) || random.chance(0.01)
        ? '*'
        : Array.from({ length: random.integer(1, 3) }, () => resource(service, random)),
    ...(conditional && {
      Condition: { StringEquals: { 'aws:ResourceTag/team': random.pick(['orders', 'data', 'search']) } },
    }),
  };
}

function resource(service: string, random: Random): string {
  if (service === 's3') return `arn:aws:s3:::acme-${random.hex(10)}/${random.pick(['*', 'incoming/*', 'exports/*'])}`;
  if (service === 'iam' || service === 'sts') return `arn:aws:iam::${ACCOUNT}:role/app/${random.hex(10)}`;
  const region = regionOf(random.integer(0, 2));
  return `arn:aws:${service}:${region}:${ACCOUNT}:${random.pick(['table/', 'function:', '', 'log-group:/app/'])}${random.hex(12)}${random.chance(0.4) ? '*' : ''}`;
}
