import { expect, test } from 'vitest';
import { examplesOf, severityChangesOf } from './examples.ts';

test('the examples of a rule are the cases of its test, and what it says of them', () => {
  const examples = examplesOf('aws-s3-bucket-blocks-public-access');
  expect(examples.map(({ expected }) => expected)).toEqual(expect.arrayContaining(['pass', 'fail', 'unknown']));
  expect(examples).toContainEqual({
    name: 'one setting off for both',
    expected: 'fail',
    says: 'RestrictPublicBuckets is off for the bucket and for its account.',
    severity: 'high',
    severityReason: null,
    config: {
      publicAccessBlock: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: false,
      },
    },
  });
});

test('a rule that is not shipped has none', () => {
  expect(examplesOf('toString')).toEqual([]);
});

test('what changes the severity is told once', () => {
  expect(severityChangesOf('aws-ec2-instance-requires-imdsv2')).toEqual([
    { severity: 'medium', because: 'The instance has no role, so there are no credentials to take.' },
  ]);
});
