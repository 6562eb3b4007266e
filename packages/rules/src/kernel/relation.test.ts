import { account, build, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import {
  bothTypes,
  everywhere,
  group,
  instance,
  instancesOfGroup,
  listed,
  probe,
  run,
  text,
} from '../testing/probe.ts';
import { defineRule } from './define-rule.ts';
import { notApplicable, pass } from './outcome.ts';
import { account as accountFacets, relationToMany, relationToOne, through } from './relation.ts';

test('relations are found whatever the order of the lines, each target once', async () => {
  const rule = defineRule({
    ...probe,
    needs: { instances: instancesOfGroup },
    evaluate: (_facets, { instances }) => ({
      status: 'fail',
      message: instances.map(({ id }) => id).join(),
      evidence: [{ pointer: '/instance/PublicIpAddress', expected: 'is absent', of: instances[0] }],
    }),
  });
  const resources = [
    group('sg-1'),
    instance('i-1', ['sg-1', 'sg-1']),
    instance('i-2', ['sg-2']),
    instance('i-3', ['sg-1']),
  ];
  const { outcomes } = await run([rule], { resources, listings: bothTypes });
  expect(outcomes['sg-1']).toMatchObject({
    message: 'i-1,i-3',
    evidence: [{ actual: '192.0.2.1', missing: false, of: 'i-1' }],
  });
});

test('a relation to a type that was not listed there is unknown, and known elsewhere', async () => {
  const rule = defineRule({ ...probe, needs: { instances: instancesOfGroup }, evaluate: () => pass });
  const { outcomes } = await run([rule], {
    resources: [group('sg-1'), group('sg-9', 'us-east-1')],
    listings: [
      ...everywhere('AWS::EC2::SecurityGroup'),
      listed('AWS::EC2::Instance', 'eu-west-1', false),
      listed('AWS::EC2::Instance', 'us-east-1'),
    ],
  });
  expect(outcomes['sg-1']).toMatchObject({
    status: 'unknown',
    missing: [{ fact: 'AWS::EC2::Instance in eu-west-1', action: 'ec2:DescribeInstances' }],
  });
  expect(outcomes['sg-9']).toEqual(pass);
});

test('a target that could not be read makes the relation unknown in its region', async () => {
  const rule = defineRule({ ...probe, needs: { instances: instancesOfGroup }, evaluate: () => pass });
  const unread = build(
    'AWS::EC2::Instance',
    { id: 'i-1', name: '', region: 'eu-west-1' },
    { instance: {}, userData: null },
    { instance: notCollected('ec2:DescribeInstances') },
  );
  const { outcomes } = await run([rule], {
    resources: [group('sg-1'), group('sg-9', 'us-east-1'), unread],
    listings: bothTypes,
  });
  expect(outcomes).toMatchObject({ 'sg-1': { status: 'unknown' }, 'sg-9': { status: 'pass' } });
});

test('a target found by its id needs no complete listing; one that is not found does', async () => {
  const rule = defineRule({
    ...probe,
    needs: { account: accountFacets('accountSummary') },
    evaluate: (_facets, { account }) => (account?.id === 'arn:aws:iam::111122223333:root' ? pass : notApplicable('')),
  });
  const there = await run([rule], { resources: [group('sg-1'), account()], listings: bothTypes });
  expect(there.outcomes['sg-1']).toEqual(pass);
  const notThere = await run([rule], { resources: [group('sg-1')], listings: bothTypes });
  expect(notThere.outcomes['sg-1']).toMatchObject({ status: 'unknown', missing: [{ fact: 'AWS::Account in global' }] });
});

test('who looks for nothing needs no listing', async () => {
  const nothing = relationToMany({
    from: 'AWS::EC2::SecurityGroup',
    to: 'AWS::EC2::Instance',
    facets: ['instance'],
    keys: () => [],
    lookup: () => [],
  });
  const rule = defineRule({ ...probe, needs: { nothing }, evaluate: () => pass });
  const { outcomes } = await run([rule], { resources: [group('sg-1')], listings: [] });
  expect(outcomes['sg-1']).toEqual(pass);
});

test('a relation goes through the target of another', async () => {
  const groupOfInstance = relationToOne({
    from: 'AWS::EC2::Instance',
    reads: ['instance'],
    to: 'AWS::EC2::SecurityGroup',
    facets: ['securityGroup'],
    lookup: ({ instance }) => (instance.SecurityGroups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
  });
  const rule = defineRule({
    ...text,
    id: 'probe',
    resource: 'AWS::EC2::Instance',
    reads: ['instance'],
    needs: { others: through(groupOfInstance, instancesOfGroup) },
    evaluate: (_facets, { others }) => notApplicable(others.map(({ id }) => id).join()),
  });
  const resources = [group('sg-1'), instance('i-1', ['sg-1']), instance('i-2', ['sg-1']), instance('i-3', [])];
  const { outcomes } = await run([rule], { resources, listings: bothTypes });
  expect(outcomes['i-1']).toMatchObject({ because: 'i-1,i-2' });
  expect(outcomes['i-3']).toMatchObject({ because: '' });
});

test('what a relation misses on its way is missing, and told once', async () => {
  const groupOfInstance = relationToOne({
    from: 'AWS::EC2::Instance',
    to: 'AWS::EC2::SecurityGroup',
    facets: ['securityGroup'],
    lookup: () => ['sg-1'],
  });
  const rule = defineRule({
    ...text,
    id: 'probe',
    resource: 'AWS::EC2::Instance',
    reads: [],
    needs: { group: groupOfInstance, others: through(groupOfInstance, instancesOfGroup) },
    evaluate: () => pass,
  });
  const listings = everywhere('AWS::EC2::Instance');
  const { outcomes } = await run([rule], { resources: [instance('i-1', [])], listings });
  expect(outcomes['i-1']).toMatchObject({
    status: 'unknown',
    missing: [{ fact: 'AWS::EC2::SecurityGroup in eu-west-1' }],
  });
  expect((outcomes['i-1'] as { missing: unknown[] }).missing).toHaveLength(1);
});

test('a relation sums targets up, and reads them whole only where somebody asks', async () => {
  const summedUp = relationToMany({
    from: 'AWS::EC2::SecurityGroup',
    reads: ['securityGroup'],
    to: 'AWS::EC2::Instance',
    facets: ['instance'],
    keys: () => ['any'],
    lookup: () => ['any'],
    summary: ({ instance: { InstanceId, SecurityGroups } }) => {
      if (InstanceId === 'i-2') throw new Error('no such thing');
      return SecurityGroups?.length ?? 0;
    },
  });
  const rule = defineRule({
    ...probe,
    needs: { instances: summedUp },
    evaluate: (_facets, { instances }) =>
      notApplicable(
        instances.map(({ id, summary, facets }) => `${id} ${summary} ${facets.instance.InstanceId}`).join(),
      ),
  });
  const resources = [group('sg-1'), instance('i-1', []), instance('i-2', []), instance('i-3', ['sg-1', 'sg-2'])];
  const { outcomes } = await run([rule], { resources, listings: bothTypes });
  expect(outcomes['sg-1']).toMatchObject({ because: 'i-1 0 i-1,i-2 null i-2,i-3 2 i-3' });
});

test('a list that is none, as a recording may have one, is no answer, however often it is looked for', async () => {
  const listOf = relationToMany({
    from: 'AWS::EC2::SecurityGroup',
    reads: ['securityGroup'],
    to: 'AWS::Account',
    facets: ['passwordPolicy'],
    lookup: ({ securityGroup }) => securityGroup.Tags as never,
  });
  const rule = defineRule({ ...probe, needs: { targets: listOf }, evaluate: () => pass });
  const broken = ['sg-1', 'sg-2'].map((id) => ({
    ...group(id),
    facets: { securityGroup: { GroupId: id, Tags: null } },
  }));
  const resources = [account({}), ...broken];
  const { outcomes } = await run([rule], { resources, listings: bothTypes });
  for (const id of ['sg-1', 'sg-2'])
    expect(outcomes[id]).toMatchObject({ status: 'unknown', missing: [{ reason: 'RULE_FAULT' }] });
});

test('what all sources look for is looked for once, and the same for each', async () => {
  const rule = defineRule({
    ...probe,
    needs: { account: accountFacets('passwordPolicy') },
    evaluate: (_facets, { account: found }) => notApplicable(`${found?.id} ${JSON.stringify(found?.facets)}`),
  });
  const resources = [group('sg-1'), account({ passwordPolicy: null }), group('sg-9', 'us-east-1')];
  const { outcomes } = await run([rule], { resources, listings: bothTypes });
  const because = 'arn:aws:iam::111122223333:root {"passwordPolicy":null}';
  expect(outcomes).toMatchObject({ 'sg-1': { because }, 'sg-9': { because } });
});
