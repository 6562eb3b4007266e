import { expect, test } from 'vitest';
import { placeholderTarget } from './placeholder-target.ts';

test.each([
  ['AWS::S3::Bucket', 'BUCKET_NAME', 'BUCKET_ARN'],
  ['AWS::EC2::SecurityGroup', 'SECURITY_GROUP_ID', 'SECURITY_GROUP_ARN'],
  ['AWS::EC2::VPCEndpoint', 'VPC_ENDPOINT_ID', 'VPC_ENDPOINT_ARN'],
  ['AWS::IAM::ManagedPolicy', 'MANAGED_POLICY_NAME', 'MANAGED_POLICY_ARN'],
] as const)('a command for %s asks for %s, or %s', (type, localId, id) => {
  expect(placeholderTarget(type)).toMatchObject({ localId, id });
});
