import type { PolicyStatement } from '@plumbline/model';
import { bucket, notCollected, policyDocument } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketPolicyRequiresTls } from './bucket-policy-requires-tls.ts';

const BUCKET = 'arn:aws:s3:::acme-invoices';
const OBJECTS = 'arn:aws:s3:::acme-invoices/*';
const plainHttp = { Bool: { 'aws:SecureTransport': 'false' } };
const deny: PolicyStatement = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [BUCKET, OBJECTS],
  Condition: plainHttp,
};
const allButReading: PolicyStatement = {
  Effect: 'Deny',
  Principal: '*',
  NotAction: 's3:GetObject',
  Resource: '*',
  Condition: plainHttp,
};
const withPolicy = (...statements: readonly PolicyStatement[]) => bucket({ policy: policyDocument(...statements) });

testRule(bucketPolicyRequiresTls, {
  pass: [
    { name: 'a Deny of everything over plain HTTP', resource: withPolicy(deny) },
    {
      name: 'the same in other words',
      resource: bucket({
        policy: {
          Statement: {
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: '*',
            Resource: `${BUCKET}*`,
            Condition: { BoolIfExists: { 'AWS:securetransport': [false] } },
          },
        },
      }),
    },
    {
      name: 'two statements together',
      resource: withPolicy({ ...deny, Resource: BUCKET }, { ...deny, Resource: OBJECTS }),
    },
    { name: 'a Deny of everything', resource: withPolicy({ ...deny, Condition: {} }) },
  ],
  fail: [
    {
      name: 'no policy',
      resource: bucket(),
      message: 'no policy',
      severity: 'medium',
      pointers: ['/policy'],
    },
    {
      name: 'objects only',
      resource: withPolicy({ ...deny, Resource: OBJECTS }),
      message: 'plain HTTP to the bucket.',
    },
    {
      name: 'the bucket only',
      resource: withPolicy({ ...deny, Resource: BUCKET }),
      message: 'plain HTTP to its objects.',
    },
    {
      name: 'another bucket',
      resource: withPolicy({ ...deny, Resource: `${BUCKET}-logs/*` }),
      pointers: ['/policy/Statement'],
    },
    { name: 'reading only', resource: withPolicy({ ...deny, Action: 's3:GetObject' }) },
    {
      name: 'all actions but one',
      resource: withPolicy(allButReading),
    },
    { name: 'one account only', resource: withPolicy({ ...deny, Principal: { AWS: '111122223333' } }) },
    {
      name: 'a second condition',
      resource: withPolicy({
        ...deny,
        Condition: { ...plainHttp, StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } },
      }),
    },
    {
      name: 'the condition the wrong way round',
      resource: withPolicy({ ...deny, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
    },
    {
      name: 'an Allow over TLS',
      resource: withPolicy({ ...deny, Effect: 'Allow', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
      message: 'the bucket and its objects',
    },
    {
      name: 'a Deny of everything but plain HTTP',
      resource: withPolicy({ ...deny, Condition: { StringNotEquals: { 'aws:SecureTransport': 'false' } } }),
    },
    {
      name: 'a Deny of requests without MFA',
      resource: withPolicy({ ...deny, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }),
    },
    {
      name: 'a Deny of old versions of TLS, which plain HTTP does not have',
      resource: withPolicy({ ...deny, Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }),
    },
    {
      name: 'everyone but a role',
      resource: withPolicy({
        Effect: 'Deny',
        NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/old-client' },
        Action: 's3:*',
        Resource: [BUCKET, OBJECTS],
        Condition: plainHttp,
      }),
    },
    {
      name: 'the words in a statement that does something else',
      resource: withPolicy({ ...deny, Effect: 'Allow', Sid: 'aws:SecureTransport' }),
    },
  ],
  unknown: [
    {
      name: 'a policy that could not be read',
      resource: bucket({ policy: notCollected('s3:GetBucketPolicy') }),
      missing: ['policy'],
    },
  ],
});
