import type { PolicyStatement } from '@plumbline/model';
import { account, bucket, notCollected, policyDocument, PRIVATE_ACL } from '@plumbline/model/testing';
import { testRule } from '../../testing/test-rule.ts';
import { bucketIsSharedWithKnownAccounts } from './bucket-is-shared-with-known-accounts.ts';

const PARTNER = '444455556666';
const CANONICAL = 'c0ffee00f924e986ac86fdf7b36c94bcdf32beec15d2f924e986ac86fdf7b36c';
const read: PolicyStatement = {
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${PARTNER}:role/import` },
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::acme-invoices/*',
};
const everyone: PolicyStatement = { ...read, Principal: '*' };
const open = account({ s3PublicAccessBlock: null });
const withPolicy = (...statements: readonly PolicyStatement[]) => bucket({ policy: policyDocument(...statements) });
const acl = {
  ...PRIVATE_ACL,
  Grants: [
    ...(PRIVATE_ACL.Grants ?? []),
    { Grantee: { Type: 'CanonicalUser' as const, ID: CANONICAL }, Permission: 'WRITE' as const },
  ],
};

testRule(bucketIsSharedWithKnownAccounts, {
  pass: [
    { name: 'no policy', resource: bucket() },
    { name: 'a role of the account', resource: withPolicy({ ...read, Principal: { AWS: '111122223333' } }) },
    { name: 'a known account', resource: withPolicy(read), parameters: { knownAccounts: [PARTNER] } },
    {
      name: 'an organization',
      resource: withPolicy({ ...everyone, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
    },
    { name: 'item 22: a grant in an ACL that has no effect', resource: bucket({ acl }) },
    {
      name: 'a known canonical id in an ACL',
      resource: bucket({ acl, ownershipControls: null }),
      parameters: { knownAccounts: [CANONICAL] },
    },
    {
      name: 'item 20: a public policy that the bucket restricts, named accounts and all',
      resource: withPolicy(read, everyone),
      with: [open],
    },
    {
      name: 'an account from which a Deny takes it back',
      resource: withPolicy(read, {
        ...everyone,
        Effect: 'Deny',
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } },
      }),
    },
    {
      name: 'item 42: a principal that was deleted',
      resource: withPolicy({ ...read, Principal: { AWS: 'AIDAEXAMPLEID' } }),
    },
    {
      name: 'an origin access identity of CloudFront',
      resource: withPolicy({
        ...read,
        Principal: { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE' },
      }),
    },
    {
      name: 'an account of AWS that writes the logs of load balancers',
      resource: withPolicy({ ...read, Principal: { AWS: 'arn:aws:iam::156460612806:root' }, Action: 's3:PutObject' }),
    },
    {
      name: 'the account of AWS that writes the logs of CloudFront, in an ACL that works',
      resource: bucket({
        ownershipControls: null,
        acl: {
          ...PRIVATE_ACL,
          Grants: [
            {
              Grantee: {
                Type: 'CanonicalUser',
                ID: 'c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0',
              },
              Permission: 'FULL_CONTROL',
            },
          ],
        },
      }),
    },
    {
      name: 'the log delivery group in an ACL that works',
      resource: bucket({
        ownershipControls: null,
        acl: {
          ...PRIVATE_ACL,
          Grants: [
            {
              Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/s3/LogDelivery' },
              Permission: 'WRITE',
            },
          ],
        },
      }),
    },
    {
      name: 'item 29: a statement about another bucket',
      resource: withPolicy({ ...read, Resource: 'arn:aws:s3:::acme/*' }),
    },
  ],
  fail: [
    {
      name: 'an account in the policy',
      resource: withPolicy(read),
      with: [open],
      message: `The bucket is shared with ${PARTNER} (read objects).`,
      severity: 'medium',
      pointers: ['/policy/Statement/0'],
    },
    {
      name: 'an account, and a Deny of something else',
      resource: withPolicy(read, {
        ...everyone,
        Effect: 'Deny',
        Action: 's3:PutObject',
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } },
      }),
      message: PARTNER,
    },
    {
      name: 'an account of AWS that writes logs, and is to read',
      resource: withPolicy({ ...read, Principal: { AWS: 'arn:aws:iam::156460612806:root' } }),
      message: '156460612806 (read objects)',
    },
    {
      name: 'those who sign in with another account',
      resource: withPolicy({ ...read, Principal: { Federated: `arn:aws:iam::${PARTNER}:saml-provider/adfs` } }),
      message: PARTNER,
    },
    {
      name: 'an account in a condition',
      resource: withPolicy({ ...everyone, Condition: { StringEquals: { 'aws:PrincipalAccount': PARTNER } } }),
      with: [open],
      message: PARTNER,
    },
    {
      name: 'item 17: access points of another account',
      resource: withPolicy({ ...everyone, Condition: { StringEquals: { 's3:DataAccessPointAccount': PARTNER } } }),
      with: [open],
      message: PARTNER,
    },
    {
      name: 'an account in an ACL that works',
      resource: bucket({ acl, ownershipControls: null }),
      with: [open],
      message: `${CANONICAL} (WRITE)`,
      pointers: ['/acl/Grants/1'],
    },
  ],
  unknown: [
    {
      name: 'a policy that could not be read',
      resource: bucket({ policy: notCollected('s3:GetBucketPolicy') }),
      missing: ['policy'],
    },
    {
      name: 'an ACL that could not be read and may work',
      resource: bucket({ acl: notCollected('s3:GetBucketAcl'), ownershipControls: null }),
      missing: ['acl'],
    },
    {
      name: 'item 20: a public policy that names an account, and blocks that could not be read',
      resource: bucket({
        policy: policyDocument(read, everyone),
        publicAccessBlock: notCollected('s3:GetBucketPublicAccessBlock'),
      }),
      with: [open],
      missing: ['publicAccessBlock'],
    },
  ],
});
