import type { PolicyStatement } from '@plumbline/model';
import { expect, test } from 'vitest';
import { EVERY_ACCOUNT, foreignGrantees } from './foreign-grants.ts';

const OWN = '111122223333';
const PARTNER = '444455556666';
const CANONICAL = 'f1d2d2f924e986ac86fdf7b36c94bcdf32beec15d2f924e986ac86fdf7b36c94';
const owner = { account: OWN, canonicalId: CANONICAL };
const fixed = (key: string, value: string) => ({ StringEquals: { [key]: value } });

test.each<[string, PolicyStatement, readonly string[]]>([
  ['a number', { Principal: { AWS: PARTNER } }, [PARTNER]],
  ['item 1: its root is the same', { Principal: { AWS: `arn:aws:iam::${PARTNER}:root` } }, [PARTNER]],
  ['a role', { Principal: { AWS: [`arn:aws:iam::${PARTNER}:role/a`, `arn:aws:iam::${OWN}:role/b`] } }, [PARTNER]],
  ['a canonical user', { Principal: { CanonicalUser: 'abc' } }, ['abc']],
  ["the owner's canonical id", { Principal: { CanonicalUser: CANONICAL } }, []],
  ['a service', { Principal: { Service: 'cloudtrail.amazonaws.com' } }, []],
  ['a principal that was deleted', { Principal: { AWS: 'AIDAEXAMPLEID' } }, []],
  ['everyone', { Principal: '*' }, [EVERY_ACCOUNT]],
  ['everyone but', { NotPrincipal: { AWS: OWN } }, [EVERY_ACCOUNT]],
  ['everyone in this account', { Principal: '*', Condition: fixed('aws:PrincipalAccount', OWN) }, []],
  ['everyone in another', { Principal: '*', Condition: fixed('aws:PrincipalAccount', PARTNER) }, [PARTNER]],
  [
    'everyone through access points of another',
    { Principal: '*', Condition: fixed('s3:DataAccessPointAccount', PARTNER) },
    [PARTNER],
  ],
  [
    'roles of another by their ARN',
    { Principal: '*', Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${PARTNER}:role/*` } } },
    [PARTNER],
  ],
  [
    'an account that a condition takes out again',
    { Principal: { AWS: PARTNER }, Condition: fixed('aws:PrincipalAccount', OWN) },
    [],
  ],
  [
    'an account that must come through an access point of ours',
    { Principal: { AWS: PARTNER }, Condition: fixed('s3:DataAccessPointAccount', OWN) },
    [PARTNER],
  ],
  [
    'item 17: everyone through our access points',
    { Principal: '*', Condition: fixed('s3:DataAccessPointAccount', OWN) },
    [],
  ],
  ['everyone in an organization', { Principal: '*', Condition: fixed('aws:PrincipalOrgID', 'o-a1') }, [EVERY_ACCOUNT]],
  [
    'a condition that a request without the key meets',
    { Principal: '*', Condition: { StringEqualsIfExists: { 'aws:PrincipalAccount': OWN } } },
    [EVERY_ACCOUNT],
  ],
])('%s', (_name, statement, expected) => expect(foreignGrantees(statement, owner)).toEqual(expected));
