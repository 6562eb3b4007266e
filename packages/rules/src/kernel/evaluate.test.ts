import { isCollected } from '@plumbline/model';
import { bucket, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/test-rule.ts';
import { defineRule } from './define-rule.ts';
import { askedFacets } from './evaluate.ts';
import { pass, unknown } from './outcome.ts';

const rule = defineRule({
  id: 'probe',
  title: 'Probes',
  description: '',
  risk: '',
  attack: '',
  audit: { console: [''], cli: () => '', good: '' },
  severity: 'low',
  categories: ['public-exposure'],
  resource: 'AWS::S3::Bucket',
  reads: ['policy'],
  mayRead: ['acl', 'policyStatus'],
  controls: {},
  remediation: {
    summary: '',
    impact: '',
    effort: 'minutes',
    console: [''],
    cli: () => '',
    terraform: () => '',
    cloudformation: () => '',
    docs: '',
  },
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
