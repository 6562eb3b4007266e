import { SnapshotError, type RecordedResource, type SnapshotRecord } from '@plumbline/model';
import { expect, test } from 'vitest';
import {
  bothTypes,
  everywhere,
  group,
  instancesOfGroup,
  listed,
  passing,
  probe,
  reader,
  run,
} from '../testing/probe.ts';
import { defineRule } from './define-rule.ts';
import { evaluateAll } from './evaluate-all.ts';
import { pass } from './outcome.ts';

const related = defineRule({ ...probe, needs: { instances: instancesOfGroup }, evaluate: () => pass });

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
  const records: SnapshotRecord[] = [{ kind: 'resource', line: 2, resource: group('sg-1'), text: null }];
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
