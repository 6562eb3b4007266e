import type { PolicyStatement } from '@plumbline/model';
import { expect, test } from 'vitest';
import { conditionsOf } from './condition.ts';
import { sparesOnlyFixed } from './public-condition.ts';

type Condition = NonNullable<PolicyStatement['Condition']>;

test.each<[string, Condition, boolean]>([
  ['all but a VPC endpoint', { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }, true],
  ['the same with IfExists', { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }, true],
  ['all but roles of one account', { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } }, true],
  [
    'all but the sessions of a role and the account itself',
    { StringNotLike: { 'aws:userId': ['AROAEXAMPLEID:*', '111122223333'] } },
    true,
  ],
  ['all but roles of any account', { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/admin' } }, false],
  ['all but an organization', { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }, true],
  [
    'all but a part of an organization, as AWS writes it',
    { 'ForAllValues:StringNotLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/*' } },
    true,
  ],
  ['all but an office', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, true],
  ['all but half the internet', { NotIpAddress: { 'aws:SourceIp': '0.0.0.0/1' } }, false],
  ['all but a user agent', { StringNotEquals: { 'aws:UserAgent': 'acme' } }, false],
  [
    'ForAnyValue, which an absent key escapes',
    { 'ForAnyValue:StringNotEquals': { 'aws:SourceVpce': 'vpce-1' } },
    false,
  ],
  ['all but AWS services', { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } }, true],
  ['all but AWS services, and but for anonymous requests', { Bool: { 'aws:PrincipalIsAWSService': 'false' } }, false],
  [
    'all but requests through services of AWS, on behalf of anyone',
    { BoolIfExists: { 'aws:ViaAWSService': 'false' } },
    false,
  ],
  ['item 10: all without a VPC endpoint, which spares those with any', { Null: { 'aws:SourceVpce': 'true' } }, false],
  ['a positive operator', { StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }, false],
])('a Deny spares only fixed values: %s', (_name, Condition, expected) =>
  expect(conditionsOf({ Condition }).every(sparesOnlyFixed)).toBe(expected),
);
