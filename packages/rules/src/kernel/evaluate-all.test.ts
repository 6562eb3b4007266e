import type { Listing, RecordedResource, SnapshotProblem, SnapshotReader, SnapshotRecord } from '@plumbline/model';
import { SnapshotError } from '@plumbline/model';
import { account, bucket, build, notCollected } from '@plumbline/model/testing';
import { expect, test } from 'vitest';
import { defineRule, type Rule } from './define-rule.ts';
import { evaluateAll, type EvaluationOptions } from './evaluate-all.ts';
import { notApplicable, pass } from './outcome.ts';
import { account as accountFacets, relationToMany, relationToOne, through } from './relation.ts';

const text = {
  title: 'Probes',
  description: '',
  risk: '',
  attack: '',
  audit: { console: [''], cli: () => '', good: '' },
  severity: 'medium',
  categories: ['network'],
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
} as const;

/** What rules over groups have in common here. */
const probe = { ...text, id: 'probe', resource: 'AWS::EC2::SecurityGroup', reads: ['securityGroup'] } as const;
const passing = defineRule({ ...probe, evaluate: () => pass });

const instancesOfGroup = relationToMany({
  from: 'AWS::EC2::SecurityGroup',
  reads: ['securityGroup'],
  to: 'AWS::EC2::Instance',
  facets: ['instance'],
  keys: ({ instance }) => (instance.SecurityGroups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
  lookup: ({ securityGroup }) => [securityGroup.GroupId ?? ''],
  project: ({ instance }) => ({ instance: { PublicIpAddress: instance.PublicIpAddress } }),
});

const group = (id: string, region = 'eu-west-1') =>
  build('AWS::EC2::SecurityGroup', { id, name: id, region }, { securityGroup: { GroupId: id } }, {});
const instance = (id: string, groups: readonly string[], region = 'eu-west-1') =>
  build(
    'AWS::EC2::Instance',
    { id, name: id, region },
    {
      instance: {
        InstanceId: id,
        PublicIpAddress: '192.0.2.1',
        SecurityGroups: groups.map((GroupId) => ({ GroupId })),
      },
      userData: null,
    },
    {},
  );
const listed = (type: string, region: string, complete = true): Listing => ({
  type,
  region,
  complete,
  notCollected: complete ? undefined : { reason: 'ACCESS_DENIED', message: 'denied' },
});
const everywhere = (type: string) => [listed(type, 'eu-west-1'), listed(type, 'us-east-1')];
const bothTypes = [...everywhere('AWS::EC2::SecurityGroup'), ...everywhere('AWS::EC2::Instance')];

const related = defineRule({ ...probe, needs: { instances: instancesOfGroup }, evaluate: () => pass });

interface Parts {
  readonly resources?: readonly RecordedResource[];
  readonly listings?: readonly Listing[];
  readonly problems?: readonly SnapshotProblem[];
}

async function run(rules: readonly Rule[], parts: Parts, options: Partial<EvaluationOptions> = {}) {
  const records: SnapshotRecord[] = [
    ...(parts.resources ?? []).map((resource): SnapshotRecord => ({ kind: 'resource', line: 0, resource })),
    ...(parts.listings ?? []).map((listing): SnapshotRecord => ({ kind: 'listing', line: 0, listing })),
    ...(parts.problems ?? []).map((problem): SnapshotRecord => ({ kind: 'problem', problem })),
  ];
  const outcomes: Record<string, unknown> = {};
  const unlisted: string[] = [];
  let opened = 0;
  const open = () => {
    opened++;
    return Promise.resolve(reader(records));
  };
  const summary = await evaluateAll(
    open,
    { rules, ...options },
    {
      evaluated: (resource, evaluations) => {
        outcomes[resource.id] = evaluations.map(({ outcome }) => outcome)[0];
      },
      unlisted: ({ type, region, missing }) => unlisted.push(`${type} ${region} ${missing.reason} ${missing.action}`),
      problem: () => {},
    },
  );
  const complete = summary.completeListings.map(({ type, region }) => `${type} ${region}`);
  return { outcomes, unlisted, complete, opened };
}

function reader(records: readonly SnapshotRecord[], end?: Error): SnapshotReader {
  return {
    header: {
      format: 'plumbline-snapshot',
      version: 1,
      provider: 'aws',
      partition: 'aws',
      account: '111122223333',
      regions: ['eu-west-1', 'us-east-1'],
      collectedAt: '2026-11-20T08:00:00Z',
    },
    records: (async function* () {
      yield await Promise.resolve(records);
      if (end) throw end;
    })(),
  };
}

test('a type that was not listed makes its rules unknown there, with the action that is missing', async () => {
  const { unlisted, complete } = await run([passing], {
    listings: [listed('AWS::EC2::SecurityGroup', 'eu-west-1', false)],
  });
  expect(unlisted).toEqual([
    'AWS::EC2::SecurityGroup eu-west-1 ACCESS_DENIED ec2:DescribeSecurityGroups',
    'AWS::EC2::SecurityGroup us-east-1 NOT_RECORDED ec2:DescribeSecurityGroups',
  ]);
  expect(complete).toEqual([]);
});

test('of two lines about one listing the incomplete one counts', async () => {
  const lines = [listed('AWS::EC2::SecurityGroup', 'eu-west-1', false), ...everywhere('AWS::EC2::SecurityGroup')];
  for (const listings of [lines, lines.toReversed()])
    expect((await run([passing], { listings })).complete).toEqual(['AWS::EC2::SecurityGroup us-east-1']);
});

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

test('a value of the wrong shape is not collected', async () => {
  const malformed = { ...group('sg-1'), facets: { securityGroup: 'all of them' } };
  const { outcomes } = await run([passing], { resources: [malformed], listings: bothTypes });
  expect(outcomes['sg-1']).toMatchObject({
    status: 'unknown',
    missing: [{ fact: 'securityGroup', reason: 'MALFORMED', action: 'ec2:DescribeSecurityGroups' }],
  });
});

test.each([[null], [{}], [{ reason: 'SHY', message: 'no' }], [{ reason: 'TIMEOUT' }], ['ACCESS_DENIED']])(
  'a reason that is none, %j, is malformed itself',
  async (notCollected) => {
    const unreasoned = { ...group('sg-1'), facets: { securityGroup: { notCollected } } };
    const { outcomes } = await run([passing], { resources: [unreasoned], listings: bothTypes });
    expect(outcomes['sg-1']).toMatchObject({
      status: 'unknown',
      missing: [{ reason: 'MALFORMED', action: 'ec2:DescribeSecurityGroups', message: expect.any(String) as string }],
    });
  },
);

test('a facet that is left out, or inherited, was not recorded', async () => {
  const inherited = { ...group('sg-1'), facets: Object.create({ securityGroup: {} }) as Record<string, unknown> };
  const { outcomes } = await run([passing], { resources: [inherited], listings: bothTypes });
  expect(outcomes['sg-1']).toMatchObject({ status: 'unknown', missing: [{ reason: 'NOT_RECORDED' }] });
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

test('a line that could not be used spoils the listings that it may have belonged to', async () => {
  const problem = {
    line: 7,
    message: 'no id',
    doubts: { type: 'AWS::EC2::SecurityGroup', region: 'eu-west-1' },
  } as const;
  const one = await run([passing], { listings: bothTypes, problems: [problem] });
  expect(one.complete).not.toContain('AWS::EC2::SecurityGroup eu-west-1');
  expect(one.complete).toContain('AWS::EC2::SecurityGroup us-east-1');
  const all = await run([passing], { listings: bothTypes, problems: [{ ...problem, doubts: 'everything' }] });
  expect(all.complete).toEqual([]);
  expect(all.unlisted).toHaveLength(2);
  const none = await run([passing], { listings: bothTypes, problems: [{ ...problem, doubts: 'nothing' }] });
  expect(none.complete).toHaveLength(4);
});

test('only the regions asked for are evaluated and missed', async () => {
  const resources = [group('sg-1'), group('sg-9', 'us-east-1')];
  const { outcomes, unlisted } = await run([passing], { resources }, { regions: ['us-east-1'] });
  expect(Object.keys(outcomes)).toEqual(['sg-9']);
  expect(unlisted).toHaveLength(1);
});

test('resources of types that no rule knows come out with no outcome', async () => {
  const queue: RecordedResource = {
    type: 'AWS::SQS::Queue',
    id: 'q',
    name: 'q',
    region: 'eu-west-1',
    tags: {},
    facets: {},
  };
  const { outcomes, unlisted } = await run([], { resources: [queue] });
  expect(Object.keys(outcomes)).toEqual(['q']);
  expect(unlisted).toEqual([]);
});

test.each([
  ['nothing comes out', 'a rule needs relations', related, []],
  ['what comes out does not count', 'none does', passing, ['sg-1']],
])('%s of a snapshot that cannot be read to its end, where %s', async (_, _where, rule, out) => {
  const seen: string[] = [];
  const records: SnapshotRecord[] = [{ kind: 'resource', line: 2, resource: group('sg-1') }];
  const evaluation = evaluateAll(
    () => Promise.resolve(reader(records, new SnapshotError('TRUNCATED', 'cut off', 3))),
    { rules: [rule] },
    { evaluated: ({ id }) => seen.push(id), unlisted: () => {}, problem: () => {} },
  );
  await expect(evaluation).rejects.toMatchObject({ code: 'TRUNCATED', line: 3 });
  expect(seen).toEqual(out);
});

test('a snapshot is opened once where no rule needs relations, and tells the same of its listings and problems', async () => {
  const problem = { line: 9, message: 'odd', doubts: { type: 'AWS::EC2::SecurityGroup', region: 'us-east-1' } };
  const parts = { resources: [group('sg-1')], listings: bothTypes, problems: [problem] };
  expect((await run([passing], parts)).opened).toBe(1);
  const { unlisted, complete, opened } = await run([related], parts);
  expect(opened).toBe(2);
  expect(await run([passing], parts)).toMatchObject({ unlisted, complete });
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
