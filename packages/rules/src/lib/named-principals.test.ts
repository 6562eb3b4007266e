import type { PolicyDocument } from '@plumbline/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyDocument } from '../testing/fuzz/policies.ts';
import { RUNS, SEED } from '../testing/fuzz/settings.ts';
import { foreignGrantees } from './foreign-grants.ts';
import { mayNameOthers, namedPrincipals } from './named-principals.ts';
import { principalsOf, statementsOf } from './policy-document.ts';
import { isPublic } from './public-policy.ts';
import { servicesOf } from './service-grants.ts';

const OWN = '111122223333';
const owner = { account: OWN, canonicalId: undefined };

function by(principal: unknown): PolicyDocument {
  return { Statement: { Effect: 'Allow', Principal: principal as string, Action: '*' } };
}

describe('whom a policy names', () => {
  test('leaves out nobody whom a statement lets in', () =>
    fc.assert(
      fc.property(policyDocument, (policy) => {
        const named = namedPrincipals(policy);
        const allows = statementsOf(policy).flatMap(({ statement }) =>
          statement.Effect === 'Allow' ? [statement] : [],
        );
        const all = allows.flatMap(({ Principal }) => principalsOf(Principal));
        const expected = {
          open: allows.some(({ NotPrincipal }) => NotPrincipal !== undefined) || all.some(isPublic),
          services: allows.some((each) => servicesOf(each).length > 0),
          federated: all.some(({ kind }) => kind === 'Federated'),
          others: allows.some((each) => foreignGrantees(each, owner).length > 0),
        };
        const told = { ...named, others: mayNameOthers(policy, OWN) };
        expect(Object.entries(expected).filter(([what, is]) => is && !told[what as keyof typeof expected])).toEqual([]);
      }),
      { numRuns: RUNS * 50, seed: SEED },
    ));

  test.each([
    ['an account by its number', { AWS: OWN }],
    ['principals of the account', { AWS: [`arn:aws:iam::${OWN}:root`, `arn:aws:sts::${OWN}:assumed-role/app/x`] }],
    ['a service', { Service: 'cloudtrail.amazonaws.com' }],
  ])('is nobody else by %s', (_what, principal) => {
    expect(mayNameOthers(by(principal), OWN)).toBe(false);
  });

  test.each([
    ['another account', { AWS: [OWN, '444455556666'] }],
    ['a principal of another account', { AWS: 'arn:aws:iam::444455556666:role/app' }],
    ['an ARN that has the number of the account elsewhere', { AWS: `arn:aws:iam::444455556666:role/:${OWN}:` }],
    ['a canonical id', { CanonicalUser: '75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a' }],
    ['everyone', '*'],
    ['what is in no due form', 7],
  ])('may be somebody else by %s', (_what, principal) => {
    expect(mayNameOthers(by(principal), OWN)).toBe(true);
  });
});
