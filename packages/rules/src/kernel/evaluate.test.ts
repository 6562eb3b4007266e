import { isCollected } from '@plumbline/model';
import { bucket, notCollected } from '@plumbline/model/testing';
import { describe, expect, test } from 'vitest';
import { all, bothTypes, group, listed, probe, run, text } from '../testing/probe.ts';
import { outcomeOf } from '../testing/test-rule.ts';
import { defineRule } from './define-rule.ts';
import { askedFacets } from './evaluate.ts';
import type { EvaluationOptions } from './evaluate-all.ts';
import { notApplicable, pass, unknown } from './outcome.ts';
import { relationToMany } from './relation.ts';

const rule = defineRule({
  ...text,
  id: 'probe',
  resource: 'AWS::S3::Bucket',
  reads: ['policy'],
  mayRead: ['acl', 'policyStatus'],
  evaluate: ({ policy, acl, policyStatus }) => {
    if (policy === null) return pass;
    if (!isCollected(acl)) return unknown(acl.notCollected);
    return {
      status: 'fail',
      message: isCollected(policyStatus) ? `read: ${JSON.stringify(policyStatus)}` : 'not read',
      evidence: [{ pointer: '/policyStatus', expected: 'is read' }],
    };
  },
});
const acl = notCollected('s3:GetBucketAcl');

test('a facet that a rule may read does not keep it from its verdict', async () => {
  expect(await outcomeOf(rule, { name: '', resource: bucket({ acl }) })).toEqual({ status: 'pass' });
});

test('the rule is told what is missing, and tells it on', async () => {
  expect(await outcomeOf(rule, { name: '', resource: bucket({ policy: {}, acl }) })).toMatchObject({
    status: 'unknown',
    missing: [{ fact: 'acl', reason: 'ACCESS_DENIED', action: 's3:GetBucketAcl' }],
  });
});

test('a facet that it may read and that a recording leaves out is not null', async () => {
  const resource = bucket({ policy: {}, policyStatus: undefined });
  expect(await outcomeOf(rule, { name: '', resource })).toMatchObject({ message: 'not read' });
  expect(await outcomeOf(rule, { name: '', resource: bucket({ policy: {} }) })).toMatchObject({
    message: 'read: null',
  });
});

test('evidence in a facet that was not read is missing, not the reason why', async () => {
  const resource = bucket({ policy: {}, policyStatus: notCollected('s3:GetBucketPolicyStatus') });
  expect(await outcomeOf(rule, { name: '', resource })).toMatchObject({ evidence: [{ actual: null, missing: true }] });
});

test('what a rule may read is asked for', () => {
  expect(askedFacets(rule)).toEqual(['policy', 'acl', 'policyStatus']);
});

test.each([
  ['says nothing', undefined],
  ['says what is no outcome', { status: 'ok' }],
  ['says no message', { status: 'fail', evidence: [] }],
  ['answers later', Promise.resolve(pass)],
])('a rule that %s is at fault', async (_what, said) => {
  const broken = { ...rule, evaluate: () => said as never };
  expect(await outcomeOf(broken, { name: '', resource: bucket() })).toMatchObject({
    status: 'unknown',
    missing: [{ fact: 'probe', reason: 'RULE_FAULT' }],
  });
});

test('what a rule says of a huge policy is one line, and a hundred pieces of evidence at the most', async () => {
  const item = { pointer: '/policy', expected: 'is\nsmall' };
  const told = {
    status: 'fail',
    message: 'a'.repeat(10_000_000),
    evidence: Array.from({ length: 5000 }, () => item),
  };
  const outcome = await outcomeOf({ ...rule, evaluate: () => told as never }, { name: '', resource: bucket() });
  if (outcome.status !== 'fail') throw new Error(outcome.status);
  expect(outcome.message.length).toBe(1000);
  expect(outcome.evidence.length).toBe(100);
  expect(outcome.evidence[0].expected).toBe('is\uFFFDsmall');
});

test('a rule that throws is unknown on that resource, and the rest goes on', async () => {
  const faulty = defineRule({
    ...probe,
    evaluate: ({ securityGroup }) => {
      if (securityGroup.GroupId === 'sg-1') throw new Error('no such thing');
      return pass;
    },
  });
  const { outcomes } = await run([faulty], { resources: [group('sg-1'), group('sg-2')], listings: bothTypes });
  expect(outcomes).toMatchObject({
    'sg-1': {
      status: 'unknown',
      missing: [{ fact: 'probe', reason: 'RULE_FAULT', message: expect.stringContaining('no such thing') as string }],
    },
    'sg-2': { status: 'pass' },
  });
});

test('evidence that points at nothing says so', async () => {
  const rule = defineRule({
    ...probe,
    evaluate: () => ({
      status: 'fail',
      message: '',
      evidence: [{ pointer: '/securityGroup/VpcId', expected: 'is set' }],
    }),
  });
  const { outcomes } = await run([rule], { resources: [group('sg-1')], listings: bothTypes });
  expect(outcomes['sg-1']).toMatchObject({
    severity: 'medium',
    severityReason: null,
    evidence: [{ actual: null, missing: true, ok: false, of: null }],
  });
});

test('now is the time of the snapshot, and parameters can be set', async () => {
  const rule = defineRule({
    ...text,
    id: 'probe',
    resource: 'AWS::S3::Bucket',
    reads: [],
    parameters: { maxAgeDays: { description: '', schema: {}, default: 90 } },
    evaluate: (_facets, { now, parameters }) => ({
      status: 'not-applicable',
      because: `${now.toISOString()} ${parameters.maxAgeDays}`,
    }),
  });
  const parts = { resources: [bucket()], listings: [listed('AWS::S3::Bucket', 'global')] };
  const because = async (options: Partial<EvaluationOptions>) =>
    (await run([rule], parts, options)).outcomes['arn:aws:s3:::acme-invoices'];
  expect(await because({})).toMatchObject({ because: '2026-11-20T08:00:00.000Z 90' });
  expect(await because({ parameters: { probe: { maxAgeDays: 30 } } })).toMatchObject({
    because: '2026-11-20T08:00:00.000Z 30',
  });
});

const seen = (handed: object) => notApplicable(Object.keys(handed).toSorted().join());
const ofPolicy = defineRule({ ...text, id: 'one', resource: 'AWS::S3::Bucket', reads: ['policy'], evaluate: seen });
const ofAcl = defineRule({
  ...text,
  id: 'other',
  resource: 'AWS::S3::Bucket',
  reads: ['acl', 'policy'],
  evaluate: seen,
});
const asked = (id: string, limit: number) =>
  defineRule({
    ...text,
    id,
    resource: 'AWS::S3::Bucket',
    reads: [],
    parameters: { limit: { description: '', schema: {}, default: limit } },
    evaluate: (_facets, { parameters }) => notApplicable(String(parameters.limit)),
  });

describe('rules of one type', () => {
  test('are each handed what they declare, and no more', async () => {
    const handed = await all([ofPolicy, ofAcl], { resources: [bucket({ policy: {} })] });
    expect(handed).toMatchObject([{ because: 'policy' }, { because: 'acl,policy' }]);
  });

  test('are each unknown by what they themselves lack', async () => {
    const [one, other] = await all([ofPolicy, ofAcl], { resources: [bucket({ policy: {}, acl })] });
    expect(one).toMatchObject({ because: 'policy' });
    expect(other).toMatchObject({ status: 'unknown', missing: [{ fact: 'acl' }] });
  });

  test('have parameters of their own', async () => {
    const told = await all([asked('one', 1), asked('other', 2)], { resources: [bucket()] });
    expect(told).toMatchObject([{ because: '1' }, { because: '2' }]);
  });

  test('are all at fault where a relation of theirs throws, and are not the next time', async () => {
    const odd = relationToMany({
      from: 'AWS::EC2::SecurityGroup',
      reads: ['securityGroup'],
      to: 'AWS::EC2::Instance',
      facets: ['instance'],
      lookup: ({ securityGroup: { GroupId } }) => {
        if (GroupId === 'sg-1') throw new Error('no such thing');
        return [];
      },
    });
    const needing = (id: string) => defineRule({ ...probe, id, needs: { odd }, evaluate: () => pass });
    const outcomes = await all([needing('one'), needing('other')], { resources: [group('sg-1'), group('sg-2')] });
    expect(outcomes).toMatchObject([
      { missing: [{ fact: 'one', reason: 'RULE_FAULT', message: 'The rule failed on this resource: no such thing' }] },
      { missing: [{ fact: 'other', reason: 'RULE_FAULT' }] },
      { status: 'pass' },
      { status: 'pass' },
    ]);
  });
});
