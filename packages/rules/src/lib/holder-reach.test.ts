import type { PolicyStatement, RoleDetail } from '@plumbline/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttachedPolicy } from '../aws/relations/iam.ts';
import { allow, customerPolicy, deny, holderOf } from '../testing/holder.ts';
import { RUNS, SEED } from '../testing/fuzz/settings.ts';
import { REACH, REACHES_ALL } from './action-reach.ts';
import { administratorGrant } from './administrator-access.ts';
import { mayEscalate } from './escalation-outcome.ts';
import { openWays } from './escalation.ts';
import { ESCALATION_WAYS } from './escalation-ways.ts';
import { inlineGrantOutcome, wideGrantOutcome } from './grant-outcome.ts';
import { heldStatements, type RoleHolder } from './held-policies.ts';
import { inlineGrants } from './holder-outcome.ts';
import { holderReach, type HolderReach } from './holder-reach.ts';
import { policySummary } from './managed-policy.ts';
import { permissionsBy } from './permissions.ts';
import { holderWildcardOutcome } from './service-wildcard-rule.ts';
import { serviceWildcards } from './service-wildcards.ts';
import { decryptWithEveryKey, passEveryRole, readAllData, wideGrants } from './wide-grants.ts';

const account = { id: '111122223333', partition: 'aws', regions: ['eu-west-1'] };
const WANTS = [passEveryRole(account), decryptWithEveryKey(account), readAllData(account)];

const ACTIONS = [
  ...WANTS.flatMap(({ kinds }) => kinds.flat().map(({ request }) => request.action)),
  ...ESCALATION_WAYS.flatMap(({ needs }) => needs.map(({ action }) => action)),
];
const RESOURCES = WANTS.flatMap(({ kinds }) => kinds.flat().map(({ request }) => request.resource ?? '*'));
const WILDCARDS = ['*', '?', '?*', '*?', '**', '*:*', 'sqs:*', 's*:*', 'sqs:S*', 'sqs:?*', 'sqs:*e*'];

/** Something that a policy may say in the place of one of the texts: the text, with a piece of it under a wildcard. */
function loosened(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(), fc.constantFrom('', '*', '?', '?*', '*?'))
    .map(([text, from, length, wildcard]) => {
      const start = from % text.length;
      return wildcard === '' ? text : text.slice(0, start) + wildcard + text.slice(start + (length % text.length));
    });
}

const oneOrMany = (each: fc.Arbitrary<string>) => fc.oneof(each, fc.array(each, { minLength: 1, maxLength: 4 }));
const action = fc.oneof(loosened(ACTIONS), fc.constantFrom(...WILDCARDS));
const resource = fc.oneof(
  loosened(RESOURCES),
  fc.constantFrom(...RESOURCES, '*', '?*', 'arn:aws:*', 'arn:aws:iam::1:*'),
);
const statement: fc.Arbitrary<PolicyStatement> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ Action: oneOrMany(action), Resource: oneOrMany(resource) }).map(allow) },
  { weight: 1, arbitrary: fc.record({ NotAction: oneOrMany(action), Resource: oneOrMany(resource) }).map(allow) },
  { weight: 1, arbitrary: fc.record({ Action: oneOrMany(action), NotResource: oneOrMany(resource) }).map(allow) },
  { weight: 1, arbitrary: fc.record({ Action: oneOrMany(action) }).map(deny) },
);
const statements = fc.array(statement, { maxLength: 3 });

function roleWith(inline: readonly PolicyStatement[], attached: readonly PolicyStatement[]): RoleHolder {
  const policy = customerPolicy(...attached);
  const { facets } = holderOf('role', { inline, attached: [policy] });
  return {
    kind: 'role',
    details: facets['authorizationDetails'] as RoleDetail,
    managed: [policy as unknown as AttachedPolicy],
  };
}

function lacks(bits: number, bit: keyof typeof REACH, found: boolean): readonly string[] {
  return found && (bits & REACH[bit]) === 0 ? [bit] : [];
}

/** What is found in a holder's statements though its reach is without it. */
function foundBeyond(reach: HolderReach, holder: RoleHolder): readonly string[] {
  const all = permissionsBy(heldStatements(holder));
  const inline = permissionsBy(inlineGrants(holder));
  return [
    ...lacks(reach.all, 'everything', administratorGrant(all, account) !== null),
    ...lacks(reach.inline, 'wholeService', serviceWildcards(inline).length > 0),
    ...WANTS.flatMap((wants) => [
      ...lacks(reach.all, wants.reach, wideGrants(all, wants).length > 0),
      ...lacks(reach.inline, wants.reach, wideGrants(inline, wants).length > 0),
    ]),
    ...(!mayEscalate(reach) && openWays(holder, account, all).length > 0 ? ['escalation'] : []),
  ];
}

/** What rules say of a holder, with the policies that evidence points into by their ids. */
function outcomesOf(holder: RoleHolder): readonly unknown[] {
  return [
    wideGrantOutcome(holder, readAllData, account),
    wideGrantOutcome(holder, passEveryRole, account),
    inlineGrantOutcome(holder, decryptWithEveryKey(account)),
    holderWildcardOutcome(holder, account),
  ].map((outcome) =>
    outcome.status === 'fail'
      ? { ...outcome, evidence: outcome.evidence.map((each) => ({ ...each, of: each.of?.id })) }
      : outcome,
  );
}

describe('what a holder reaches', () => {
  test('is never less than what its statements allow', () =>
    fc.assert(
      fc.property(statements, statements, (inline, attached) => {
        const holder = roleWith(inline, attached);
        expect(foundBeyond(holderReach(holder), holder)).toEqual([]);
      }),
      { numRuns: RUNS * 10, seed: SEED },
    ));

  test('is told by the summaries of policies, and so is what is found', () =>
    fc.assert(
      fc.property(statements, statements, (inline, attached) => {
        const holder = roleWith(inline, attached);
        const managed = holder.managed.map((each) => ({ ...each, summary: policySummary(each.facets) }));
        const summedUp = { ...holder, managed };
        expect(holderReach(summedUp)).toEqual(holderReach(holder));
        expect(outcomesOf(summedUp)).toEqual(outcomesOf({ ...holder, details: { ...holder.details } }));
      }),
      { numRuns: RUNS * 10, seed: SEED },
    ));

  test.each([
    ['reads of one bucket', { Action: 's3:Get*', Resource: 'arn:aws:s3:::acme-invoices/*' }],
    [
      'reads of tables whose names begin alike',
      { Action: 'dynamodb:*Item', Resource: 'arn:aws:dynamodb:eu-west-1:1:table/a*' },
    ],
    ['decryption with one key', { Action: ['kms:Decrypt'], Resource: 'arn:aws:kms:eu-west-1:1:key/4d4e' }],
    ['actions that nobody asks about', { Action: ['sqs:SendMessage', 'logs:Put*'], Resource: '*' }],
  ])('is nothing by %s', (_what, rest) => {
    expect(holderReach(roleWith([allow(rest)], [allow(rest)]))).toEqual({ inline: 0, all: 0, isRead: true });
  });

  test('is nothing by a Deny', () => {
    expect(holderReach(roleWith([deny({ Action: '*' })], [])).all).toBe(0);
  });

  test('is everything by an attached AdministratorAccess whose document is not recorded', () => {
    const { details } = roleWith([], []);
    const AttachedManagedPolicies = [{ PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }];
    const reach = holderReach({ kind: 'role', details: { ...details, AttachedManagedPolicies }, managed: [] });
    expect(reach).toEqual({ inline: 0, all: REACHES_ALL, isRead: true });
  });

  test('is told not to be known where an attached policy is not recorded', () => {
    const { details } = roleWith([], [allow({ Action: 's3:*' })]);
    expect(holderReach({ kind: 'role', details, managed: [] })).toEqual({ inline: 0, all: 0, isRead: false });
  });
});
