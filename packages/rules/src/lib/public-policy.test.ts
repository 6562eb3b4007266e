import type { PolicyStatement } from '@plumbline/model';
import { policyDocument } from '@plumbline/model/testing';
import { describe, expect, test } from 'vitest';
import { conditionsOf } from './condition.ts';
import { publicGrants, sparesOnlyFixed } from './public-policy.ts';

function isPublic(changed: PolicyStatement): boolean {
  const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme/*' };
  return publicGrants(policyDocument({ ...statement, ...changed })).length > 0;
}

type Principal = NonNullable<PolicyStatement['Principal']>;
type Condition = NonNullable<PolicyStatement['Condition']>;

describe('principals', () => {
  test.each<[string, Principal, boolean]>([
    ['"*" is everyone', '*', true],
    ['{"AWS":"*"} is everyone too', { AWS: '*' }, true],
    ['"*" among others is everyone', { AWS: ['111122223333', '*'] }, true],
    ['an account id is one account', { AWS: '111122223333' }, false],
    ['an account root is the same delegation', { AWS: 'arn:aws:iam::111122223333:root' }, false],
    ['a role is one role', { AWS: 'arn:aws:iam::111122223333:role/reader' }, false],
    ['an ARN with a wildcard is no principal, and not fixed', { AWS: 'arn:aws:iam::*:root' }, true],
    ['a service is fixed, though a confused deputy may use it', { Service: 'cloudtrail.amazonaws.com' }, false],
    ['a public web identity provider signs in anyone', { Federated: 'graph.facebook.com' }, true],
    ['so does Cognito', { Federated: 'cognito-identity.amazonaws.com' }, true],
    ['a SAML provider of an account is fixed', { Federated: 'arn:aws:iam::111122223333:saml-provider/adfs' }, false],
    [
      'a canonical user is fixed',
      { CanonicalUser: '75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a' },
      false,
    ],
  ])('%s', (_name, Principal, expected) => expect(isPublic({ Principal })).toBe(expected));

  test('Allow with NotPrincipal is public', () => {
    const statement = { Effect: 'Allow', NotPrincipal: { AWS: '111122223333' }, Action: 's3:*', Resource: '*' };
    expect(publicGrants(policyDocument(statement))).toMatchObject([
      { who: 'everyone whom NotPrincipal does not name' },
    ]);
  });
  test('a partial wildcard is told as such, not as everyone', () => {
    const statement = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::*:root' }, Action: 's3:*', Resource: '*' };
    expect(publicGrants(policyDocument(statement))[0]?.who).toContain('"arn:aws:iam::*:root"');
  });
  test('a Deny for everyone is not public', () => expect(isPublic({ Effect: 'Deny' })).toBe(false));
});

const equals = (key: string, value: string | readonly string[]): Condition => ({ StringEquals: { [key]: value } });
const like = (key: string, value: string | readonly string[]): Condition => ({ StringLike: { [key]: value } });
const ip = (value: string | readonly string[]): Condition => ({ IpAddress: { 'aws:SourceIp': value } });

describe('conditions of an Allow to everyone', () => {
  const closed = false;
  const open = true;

  test.each<[string, Condition, boolean]>([
    ['StringLike without a wildcard is fixed', like('aws:SourceVpc', 'vpc-91237329'), closed],
    ['StringLike with a wildcard is not', like('aws:SourceVpc', 'vpc-*'), open],
    ['StringEquals "*" is a literal that nothing matches', equals('aws:SourceVpc', '*'), closed],
    [
      'a policy variable is not fixed',
      equals('aws:PrincipalArn', 'arn:aws:iam::111122223333:user/${aws:username}'),
      open,
    ],
    ['one wildcard among the values of a key spoils it', like('aws:SourceVpce', ['vpce-1a2b3c4d', 'vpce-*']), open],
    ['several fixed values are fixed', equals('aws:SourceVpce', ['vpce-1a2b3c4d', 'vpce-5e6f7a8b']), closed],
    ['no value at all fixes nothing', equals('aws:SourceVpce', []), open],
    [
      'one fixed key among several suffices',
      { StringLike: { 'aws:UserAgent': '*' }, StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      closed,
    ],
    [
      'IfExists lets a request without the key through',
      { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
      open,
    ],
    ['so does ForAllValues', { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }, open],
    ['ForAnyValue does not', { 'ForAnyValue:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }, closed],
    ['a negated operator never narrows', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }, open],
    ['Null false proves presence, not a value', { Null: { 'aws:SourceVpce': 'false' } }, open],
    ['keys do not tell cases apart', equals('AWS:sourcevpce', 'vpce-1a2b3c4d'), closed],
    ['an IPv4 range of /8 is fixed', ip('11.0.0.0/8'), closed],
    ['an IPv4 range of /7 is public', ip('10.0.0.0/7'), open],
    ['an address without a length is fixed', ip('203.0.113.7'), closed],
    ['an IPv6 range of /32 is fixed', ip('2001:db8::/32'), closed],
    ['an IPv6 range of /31 is public', ip('2001:db8::/31'), open],
    ['the private ranges are fixed', ip(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']), closed],
    ['two halves of the internet are public', ip(['0.0.0.0/1', '128.0.0.0/1']), open],
    ['::/0 beside a fixed IPv4 range is public', ip(['203.0.113.0/24', '::/0']), open],
    ['text that is no range fixes nothing', ip('office'), open],
    ['NotIpAddress alone is public', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, open],
    ['a fixed VPC endpoint is not public', equals('aws:SourceVpce', 'vpce-1a2b3c4d'), closed],
    ['aws:VpcSourceIp alone is public', { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } }, open],
    ['a fixed aws:SourceArn is not public', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::acme-inventory' } }, closed],
    [
      'aws:SourceArn with any account is public',
      { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:*:alerts' } },
      open,
    ],
    [
      'ArnEquals reads wildcards as ArnLike does',
      { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:*:alerts' } },
      open,
    ],
    ['aws:SourceAccount is not public', equals('aws:SourceAccount', '111122223333'), closed],
    ['aws:SourceOwner is not public', equals('aws:SourceOwner', '111122223333'), closed],
    ['an organization is not public', equals('aws:PrincipalOrgID', 'o-a1b2c3d4e5'), closed],
    ['any organization is public', like('aws:PrincipalOrgID', 'o-*'), open],
    [
      'a path in an organization is not public',
      { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/*' } },
      closed,
    ],
    [
      'a path in any organization is public',
      { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-*/r-*/*' } },
      open,
    ],
    ['every session of a role by aws:userid is public', like('aws:userid', 'AROAEXAMPLEID:*'), open],
    ['one session by aws:userid is not', equals('aws:userid', 'AROAEXAMPLEID:backup'), closed],
    ['aws:Referer is no proof', equals('aws:Referer', 'https://acme.example/'), open],
    ['aws:UserAgent is no proof', equals('aws:UserAgent', 'acme-secret-agent'), open],
    ['aws:SecureTransport is no proof', { Bool: { 'aws:SecureTransport': 'true' } }, open],
    ['s3:TlsVersion is no proof', { NumericGreaterThanEquals: { 's3:TlsVersion': 1.2 } }, open],
    ['a date is no proof', { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }, open],
    ['a principal tag is no proof', equals('aws:PrincipalTag/team', 'payments'), open],
    ['aws:username is no proof', equals('aws:username', 'ana'), open],
    ['aws:PrincipalType is no proof', equals('aws:PrincipalType', 'AssumedRole'), open],
    ['access points of an account are delegated to', equals('s3:DataAccessPointAccount', '111122223333'), closed],
    [
      'any access point of one account is fixed',
      like('s3:DataAccessPointArn', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/*'),
      closed,
    ],
    [
      'access points of any account are public',
      like('s3:DataAccessPointArn', 'arn:aws:s3:eu-west-1:*:accesspoint/*'),
      open,
    ],
  ])('%s', (_name, Condition, expected) => expect(isPublic({ Condition })).toBe(expected));
});

test('statements are judged one by one, and pointed at', () => {
  const named = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 's3:*', Resource: '*' };
  const open = {
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:*',
    Resource: '*',
    Condition: { StringLike: { 'aws:Referer': '*' } },
  };
  expect(publicGrants(policyDocument(named, open))).toMatchObject([{ pointer: '/Statement/1', keys: ['aws:Referer'] }]);
  expect(publicGrants({ Statement: open })).toMatchObject([{ pointer: '/Statement' }]);
  expect(publicGrants({})).toEqual([]);
});

test.each<[string, Condition, boolean]>([
  ['all but a VPC endpoint', { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }, true],
  ['the same with IfExists', { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }, true],
  ['all but an office', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, true],
  ['all but half the internet', { NotIpAddress: { 'aws:SourceIp': '0.0.0.0/1' } }, false],
  ['all but a user agent', { StringNotEquals: { 'aws:UserAgent': 'acme' } }, false],
  [
    'ForAnyValue, which an absent key escapes',
    { 'ForAnyValue:StringNotEquals': { 'aws:SourceVpce': 'vpce-1' } },
    false,
  ],
  ['a positive operator', { StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }, false],
])('a Deny spares only fixed values: %s', (_name, Condition, expected) =>
  expect(conditionsOf({ Condition }).every(sparesOnlyFixed)).toBe(expected),
);
