import { placeholderTarget, requiredPermissions, rules } from '@plumbline/rules';
import { expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { insertAccount, insertFindings } from '../../testing/rows.ts';
import { BLOCKS } from '../../testing/scan-testbed.ts';
import { localIdOf, remediationFor } from './rule-remediation.ts';

const { db } = await testDatabase();
await insertFindings(db, [{ accountId: await insertAccount(db), severity: 'low' }]);
const { ask } = await testApi({ db });

const KEYS =
  'query ($filter: RuleFilter, $first: Int, $after: String) { rules(filter: $filter, first: $first, after: $after) { totalCount pageInfo { endCursor } nodes { key } } }';
const keys = async (variables: Record<string, unknown>) =>
  (await ask(KEYS, variables)).rules.nodes.map((rule: { key: string }) => rule.key);

test.each([
  [null, ['aws-ec2-one', 'aws-iam-one', BLOCKS, 'aws-s3-one']],
  [{ ids: ['aws-s3-*'] }, [BLOCKS, 'aws-s3-one']],
  [{ ids: ['rul_aws-iam-one'] }, ['aws-iam-one']],
  [{ service: ['ec2', 'iam'] }, ['aws-ec2-one', 'aws-iam-one']],
  [{ severity: ['LOW'] }, []],
  [{ category: ['public-exposure'], text: 'OF AWS-EC2' }, ['aws-ec2-one']],
])('the filter %j', async (filter, expected) => {
  expect(await keys({ filter })).toEqual(expected);
});

test('pages go on where the last one ended', async () => {
  const { pageInfo, totalCount } = (await ask(KEYS, { first: 3 })).rules;
  expect(totalCount).toBe(4);
  expect(await keys({ first: 3, after: pageInfo.endCursor })).toEqual(['aws-s3-one']);
});

test('a rule tells what it needs, what it is good for, and what is open', async () => {
  const { rule } = await ask(
    `query ($id: ID!) { rule(id: $id) { id key severity resourceTypes requiredPermissions openFindings { low total } references { url }
      requirements { key } remediation { effort options { kind content } } } }`,
    { id: BLOCKS },
  );
  expect(rule).toMatchObject({ id: `rul_${BLOCKS}`, severity: 'HIGH', resourceTypes: ['AWS::S3::Bucket'] });
  expect(rule.requiredPermissions).toEqual([
    's3:GetAccountPublicAccessBlock',
    's3:GetBucketPublicAccessBlock',
    's3:ListAllMyBuckets',
    'sts:GetCallerIdentity',
  ]);
  expect(rule.openFindings).toEqual({ low: 1, total: 1 });
  expect(rule.requirements).toContainEqual({ key: 'fsbp@1.0.0/S3.8' });
  expect(rule.remediation.effort).toBe('MINUTES');
  expect(rule.remediation.options.map(({ content }: { content: string }) => content).join()).toContain('BUCKET_NAME');
});

test('a rule teaches: how it is used, how to look, how to see that a fix took, and what its cases are', async () => {
  const { rule } = await ask(
    `query ($id: ID!) { rule(id: $id) { attack audit { console cli good } verification severityChanges { severity because }
      examples { name expected says severity config } } }`,
    { id: BLOCKS },
  );
  expect(rule.attack).toMatch(/[.]$/);
  expect(rule.audit.cli).toContain('aws s3api get-public-access-block --bucket BUCKET_NAME');
  expect(rule.audit.console).not.toEqual([]);
  expect(rule.verification[0]).toContain(rule.audit.good);
  expect(rule.severityChanges).toEqual([]);
  expect(rule.examples).toContainEqual({
    name: 'no block anywhere',
    expected: 'FAIL',
    says: expect.stringContaining('are off for the bucket and for its account'),
    severity: 'HIGH',
    config: { publicAccessBlock: null },
  });
  expect(rule.examples).toContainEqual(expect.objectContaining({ expected: 'PASS', says: null, severity: null }));
});

test('a rule that is not shipped has no examples', async () => {
  expect((await ask('{ rule(id: "aws-s3-one") { examples { name } } }')).rule).toEqual({ examples: [] });
});

test('facets leave their own filter out', async () => {
  const { rules } = await ask(
    '{ rules(filter: {service: ["s3"]}, first: 0) { facets(fields: [SERVICE, SEVERITY], limit: 2) { field otherValues values { value count selected } } } }',
  );
  expect(rules.facets).toEqual([
    {
      field: 'service',
      otherValues: 1,
      values: [
        { value: 's3', count: 2, selected: true },
        { value: 'ec2', count: 1, selected: false },
      ],
    },
    { field: 'severity', otherValues: 0, values: [{ value: 'HIGH', count: 2, selected: false }] },
  ]);
});

test.each(rules.map((rule) => [rule.id, rule] as const))(
  '%s can be written for a rule page, and names its permissions',
  (_id, rule) => {
    expect(
      remediationFor(rule, placeholderTarget(rule.resource)).options.every(({ content }) => content.trim() !== ''),
    ).toBe(true);
    expect(requiredPermissions(rule).every((action) => /^[a-z0-9-]+:[A-Z]\w+$/.test(action))).toBe(true);
  },
);

test.each([
  ['arn:aws:s3:::acme-logs', 'acme-logs'],
  ['arn:aws:iam::111122223333:user/finance/alice', 'alice'],
  ['arn:aws:iam::111122223333:root', 'root'],
  ['sg-0a1b2c', 'sg-0a1b2c'],
])('the local id of %s is %s', (id, local) => {
  expect(localIdOf(id)).toBe(local);
});
