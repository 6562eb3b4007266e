import type { PolicyStatement } from '@plumbline/model';
import { policyDocument } from '@plumbline/model/testing';
import { describe, expect, test } from 'vitest';
import { publicGrants } from './public-policy.ts';

/** As S3 counts. */
function isPublic(changed: PolicyStatement): boolean {
  const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme/*' };
  return publicGrants(policyDocument({ ...statement, ...changed })).some(({ countedByS3 }) => countedByS3);
}

type Principal = NonNullable<PolicyStatement['Principal']>;
type Condition = NonNullable<PolicyStatement['Condition']>;

describe('principals', () => {
  test.each<[string, Principal, boolean]>([
    ['item 1: "*" is everyone', '*', true],
    ['item 1: {"AWS":"*"} is everyone too', { AWS: '*' }, true],
    ['"*" among others is everyone', { AWS: ['111122223333', '*'] }, true],
    ['item 1: an account id is one account', { AWS: '111122223333' }, false],
    ['item 1: an account root is the same delegation', { AWS: 'arn:aws:iam::111122223333:root' }, false],
    ['a role is one role', { AWS: 'arn:aws:iam::111122223333:role/reader' }, false],
    ['item 2: an ARN with a wildcard is no principal, and not fixed', { AWS: 'arn:aws:iam::*:root' }, true],
    ['item 3: a service is fixed, though a confused deputy may use it', { Service: 'cloudtrail.amazonaws.com' }, false],
    ['item 4: a public web identity provider signs in anyone', { Federated: 'graph.facebook.com' }, true],
    ['so does Cognito', { Federated: 'cognito-identity.amazonaws.com' }, true],
    ['a SAML provider of an account is fixed', { Federated: 'arn:aws:iam::111122223333:saml-provider/adfs' }, false],
    [
      'a canonical user is fixed',
      { CanonicalUser: '75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a' },
      false,
    ],
  ])('%s', (_name, Principal, expected) => expect(isPublic({ Principal })).toBe(expected));

  test('item 6: Allow with NotPrincipal is public', () => {
    const statement = { Effect: 'Allow', NotPrincipal: { AWS: '111122223333' }, Action: 's3:*', Resource: '*' };
    expect(publicGrants(policyDocument(statement))).toMatchObject([
      { who: 'everyone whom NotPrincipal does not name' },
    ]);
  });
  test('item 2: a partial wildcard is told as such, not as everyone', () => {
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
    ['item 7: StringLike without a wildcard is fixed', like('aws:SourceVpc', 'vpc-91237329'), closed],
    ['StringLike with a wildcard is not', like('aws:SourceVpc', 'vpc-*'), open],
    ['item 7: StringEquals "*" is a literal that nothing matches', equals('aws:SourceVpc', '*'), closed],
    [
      'item 7: a policy variable is not fixed',
      equals('aws:PrincipalArn', 'arn:aws:iam::111122223333:user/${aws:username}'),
      open,
    ],
    [
      'item 8: one wildcard among the values of a key spoils it',
      like('aws:SourceVpce', ['vpce-1a2b3c4d', 'vpce-*']),
      open,
    ],
    ['several fixed values are fixed', equals('aws:SourceVpce', ['vpce-1a2b3c4d', 'vpce-5e6f7a8b']), closed],
    ['no value at all fixes nothing', equals('aws:SourceVpce', []), open],
    [
      'item 8: one fixed key among several suffices',
      { StringLike: { 'aws:UserAgent': '*' }, StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      closed,
    ],
    [
      'item 9: IfExists lets a request without the key through',
      { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
      open,
    ],
    ['item 9: so does ForAllValues', { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }, open],
    ['item 9: ForAnyValue does not', { 'ForAnyValue:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }, closed],
    ['item 10: a negated operator never narrows', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }, open],
    ['item 10: Null false proves presence, not a value', { Null: { 'aws:SourceVpce': 'false' } }, open],
    ['item 11: keys do not tell cases apart', equals('AWS:sourcevpce', 'vpce-1a2b3c4d'), closed],
    ['item 12: an IPv4 range of /8 is fixed', ip('11.0.0.0/8'), closed],
    ['item 12: an IPv4 range of /7 is public', ip('10.0.0.0/7'), open],
    ['an address without a length is fixed', ip('203.0.113.7'), closed],
    ['item 12: an IPv6 range of /32 is fixed', ip('2001:db8::/32'), closed],
    ['item 12: an IPv6 range of /31 is public', ip('2001:db8::/31'), open],
    ['item 12: the private ranges are fixed', ip(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']), closed],
    ['item 12: two halves of the internet are public', ip(['0.0.0.0/1', '128.0.0.0/1']), open],
    ['item 12: ::/0 beside a fixed IPv4 range is public', ip(['203.0.113.0/24', '::/0']), open],
    ['text that is no range fixes nothing', ip('office'), open],
    ['item 12: NotIpAddress alone is public', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, open],
    ['item 13: a fixed VPC endpoint is not public', equals('aws:SourceVpce', 'vpce-1a2b3c4d'), closed],
    ['item 13: aws:VpcSourceIp alone is public', { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } }, open],
    [
      'item 14: a fixed aws:SourceArn is not public',
      { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::acme-inventory' } },
      closed,
    ],
    [
      'item 14: aws:SourceArn with any account is public',
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
    ['item 15: an organization is not public', equals('aws:PrincipalOrgID', 'o-a1b2c3d4e5'), closed],
    ['item 15: any organization is public', like('aws:PrincipalOrgID', 'o-*'), open],
    [
      'item 15: a path in an organization is not public',
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
    ['item 16: aws:Referer is no proof', equals('aws:Referer', 'https://acme.example/'), open],
    ['item 16: aws:UserAgent is no proof', equals('aws:UserAgent', 'acme-secret-agent'), open],
    ['item 16: aws:SecureTransport is no proof', { Bool: { 'aws:SecureTransport': 'true' } }, open],
    ['s3:TlsVersion is no proof', { NumericGreaterThanEquals: { 's3:TlsVersion': 1.2 } }, open],
    ['item 16: a date is no proof', { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }, open],
    ['item 16: a principal tag is no proof', equals('aws:PrincipalTag/team', 'payments'), open],
    ['item 16: aws:username is no proof', equals('aws:username', 'ana'), open],
    ['item 16: aws:PrincipalType is no proof', equals('aws:PrincipalType', 'AssumedRole'), open],
    [
      'item 17: access points of an account are delegated to',
      equals('s3:DataAccessPointAccount', '111122223333'),
      closed,
    ],
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

describe('where S3 counts otherwise than the public gets in', () => {
  const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };
  const verdicts = (condition: Condition, of: 'bucket' | 'access-point' = 'bucket') =>
    publicGrants(policyDocument({ ...statement, Condition: condition }), of).map(({ countedByS3, letsIn }) => ({
      countedByS3,
      letsIn,
    }));
  const every8 = Array.from({ length: 256 }, (_, index) => `${index}.0.0.0/8`);
  const ownArn = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/drop';
  const only = { counted: [{ countedByS3: true, letsIn: false }], open: [{ countedByS3: false, letsIn: true }] };
  const both = [{ countedByS3: true, letsIn: true }];

  test.each<[string, Condition]>([
    ['every role of one account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } }],
    [
      'item 7: a policy variable in one account',
      like('aws:PrincipalArn', 'arn:aws:iam::111122223333:user/${aws:username}'),
    ],
    ['every session of one role', like('aws:userid', 'AROAEXAMPLEID:*')],
    [
      'item 14: any trail of one account',
      { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:111122223333:trail/*' } },
    ],
    ['VPC endpoints of one organization', equals('aws:VpceOrgID', 'o-a1b2c3d4e5')],
    ['VPC endpoints of one account', equals('aws:VpceAccount', '111122223333')],
    ['services that work for one organization', equals('aws:SourceOrgID', 'o-a1b2c3d4e5')],
    ['services of AWS', { Bool: { 'aws:PrincipalIsAWSService': 'true' } }],
    ['item 12: a private range that is wider than a /8 with a public /8 beside it', ip('10.0.0.0/7')],
    ['item 12: local addresses of IPv6', ip('fc00::/7')],
  ])('counted as public, and lets in nobody from the public: %s', (_name, condition) =>
    expect(verdicts(condition)).toEqual(only.counted),
  );

  test.each<[string, Condition]>([
    ['roles of any account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/admin' } }],
    ['sessions of any role', like('aws:userid', '*:backup')],
    ['item 12: 0.0.0.0/1 and 128.0.0.0/1', ip(['0.0.0.0/1', '128.0.0.0/1'])],
    ['item 12: a public /7', ip('52.0.0.0/7')],
    ['requests on behalf of anyone through services of AWS', { Bool: { 'aws:ViaAWSService': 'true' } }],
    ['all but services of AWS', { Bool: { 'aws:PrincipalIsAWSService': 'false' } }],
    ['item 9: a fixed endpoint, if there is one', { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }],
    ['item 9: all of no values', { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }],
    ['text that is no range', ip(['203.0.113.0/24', 'office'])],
  ])('both: %s', (_name, condition) => expect(verdicts(condition)).toEqual(both));

  test('item 12: a /8 is fixed for S3, and so are 256 of them, which are everyone', () => {
    expect(verdicts(ip(every8))).toEqual(only.open);
    expect(verdicts(ip(['17.0.0.0/8', '19.0.0.0/8']))).toEqual([]);
    expect(verdicts(ip(['52.0.0.0/8', '53.0.0.0/8']))).toEqual(only.open);
  });
  test('item 17: in the policy of an access point, access points are no proof, be they patterns or fixed', () => {
    const pattern = like('s3:DataAccessPointArn', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/*');
    expect(verdicts(pattern, 'access-point')).toEqual(both);
    expect(verdicts(equals('s3:DataAccessPointArn', ownArn), 'access-point')).toEqual(both);
    expect(verdicts(equals('s3:DataAccessPointAccount', '111122223333'), 'access-point')).toEqual(both);
    expect(verdicts(pattern)).toEqual([]);
  });
});

test.each<[string, Condition, string]>([
  ['nothing', {}, 'anyone on the internet'],
  ['a key that only signed requests have', like('aws:PrincipalOrgID', 'o-*'), 'anyone with an AWS account'],
  ['a tag', equals('aws:PrincipalTag/team', 'payments'), 'anyone with an AWS account'],
  ['a tag, if there is one', { StringEqualsIfExists: { 'aws:PrincipalTag/team': 'x' } }, 'anyone on the internet'],
  ['wide ranges', ip(['52.0.0.0/7', '198.51.100.0/24', '::/0']), 'anyone at 52.0.0.0/7 and ::/0'],
])('who meets a condition on %s', (_name, Condition, who) => {
  const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*', Condition };
  expect(publicGrants(policyDocument(statement))[0]?.who).toBe(who);
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
