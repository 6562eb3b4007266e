import { administratorAccess } from '@plumbline/model/testing';
import type { HolderKind } from '../lib/held-policies.ts';
import { allow, customerPolicy, holderOf, unreadHolder } from './holder.ts';
import type { RuleCases } from './test-rule.ts';

export const administrator = administratorAccess();
export const harmless = customerPolicy(allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-invoices/*' }));
export const ACCOUNT = '111122223333';
export const MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

/** What has nothing to do with what a rule looks for. */
export function others(
  kind: HolderKind,
): Pick<RuleCases, 'notApplicable'> & { readonly unread: RuleCases['unknown'][0] } {
  const byAws = [
    {
      name: 'a service-linked role',
      resource: holderOf('role', { path: '/aws-service-role/ecs.amazonaws.com/' }),
      because: 'service-linked',
    },
    {
      name: 'a role of IAM Identity Center',
      resource: holderOf('role', { path: '/aws-reserved/sso.amazonaws.com/eu-west-1/' }),
      because: 'permission set',
    },
  ];
  return {
    notApplicable: kind === 'role' ? byAws : [],
    unread: {
      name: `a ${kind} whose details could not be read`,
      resource: unreadHolder(kind),
      missing: ['authorizationDetails'],
    },
  };
}

export const administratorCase = (kind: HolderKind) => ({
  name: `a ${kind} with AdministratorAccess`,
  resource: holderOf(kind, { attached: [administrator] }),
  with: [administrator],
  because: 'full administrator',
});

export const missingPolicy = (kind: HolderKind) => ({
  name: 'an attached policy that the recording does not have',
  resource: holderOf(kind, { attached: [harmless] }),
  missing: ['AWS::IAM::ManagedPolicy.authorizationDetails'],
});

/** Cases that a boundary makes: of users and roles. */
export function bounded<T>(kind: HolderKind, cases: readonly T[]): readonly T[] {
  return kind === 'group' ? [] : cases;
}
