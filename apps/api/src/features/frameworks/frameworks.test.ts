import { rules } from '@plumbline/rules';
import { account, bucket } from '@plumbline/model/testing';
import { describe, expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { BLOCKS, scanTestbed } from '../../testing/scan-testbed.ts';
import { addTestAccount } from '../../testing/scans.ts';
import { countingStatements } from '../../testing/statements.ts';
import { RuleCatalogue } from '../rules/rule-catalogue.ts';

const TLS = 'aws-s3-bucket-policy-requires-tls';
const MFA = 'aws-s3-bucket-requires-mfa-delete';
const registry = rules.filter(({ id }) => [BLOCKS, TLS, MFA].includes(id));
const FSBP = 'fsbp@1.0.0';

/** The demo of one open bucket without a policy, scanned with three rules. */
async function frameworksTestbed(resources = [bucket({ name: 'open', publicAccessBlock: null })]) {
  const testbed = await scanTestbed();
  await testbed.scan({ resources: [account({ s3PublicAccessBlock: null }), ...resources] }, { registry });
  const api = await testApi({ db: testbed.db, catalogue: new RuleCatalogue(registry) });
  const statusOf = async (key: string, scope: object | null = null) => {
    const { requirement } = await api.ask(
      'query ($id: ID!, $scope: ScopeInput) { requirement(id: $id) { result(scope: $scope) { status } } }',
      { id: key, scope },
    );
    return requirement.result.status;
  };
  return { ...testbed, ...api, statusOf };
}

test('frameworks are listed newest first, older versions when asked for', async () => {
  const { ask } = await frameworksTestbed();
  const { current, all } = await ask(
    '{ current: frameworks { key latest } all: frameworks(current: false) { key levels coverage { automated partial manual uncovered } } }',
  );
  expect(current.map(({ key }: { key: string }) => key)).toEqual([
    'cis-aws@7.0.0',
    FSBP,
    'nist-800-53-r5@5.2.0',
    'nist-csf-2@2.0',
  ]);
  expect(all).toHaveLength(11);
  expect(all[0].levels).toEqual(['Level 1', 'Level 2']);
  // Of the three rules: Block Public Access and TLS are assessed by machine, MFA delete by hand.
  expect(all[0].coverage).toEqual({ automated: 2, partial: 0, manual: 36, uncovered: 70 - 36 - 2 });
});

test('a framework is found by id and by key, and by nothing else', async () => {
  const { ask } = await frameworksTestbed();
  const { id, key, none, node } = await ask(
    `{ id: framework(id: "frm_${FSBP}") { key } key: framework(id: "${FSBP}") { id } none: framework(id: "iso@1") { id } node(id: "frm_${FSBP}") { id } }`,
  );
  expect(id.key).toBe(FSBP);
  expect(key.id).toBe(`frm_${FSBP}`);
  expect(none).toBeNull();
  expect(node.id).toBe(key.id);
});

describe('a requirement', () => {
  test('fails when a rule for it fails, and tells which', async () => {
    const { ask } = await frameworksTestbed();
    const { framework } = await ask(
      `{ framework(id: "${FSBP}") { requirements(filter: {text: "s3.8"}) { key number severity level assessment limits section { number title }
        rules { key } result { status counts { pass fail unknown } rules { rule { key } counts { fail } unknownFindings } } } } }`,
    );
    expect(framework.requirements).toEqual([
      expect.objectContaining({
        key: `${FSBP}/S3.8`,
        severity: 'HIGH',
        level: null,
        assessment: 'AUTOMATED',
        limits: null,
        section: { number: 'S3', title: 'S3' },
        rules: [{ key: BLOCKS }],
        result: {
          status: 'FAILED',
          counts: { pass: 0, fail: 1, unknown: 0 },
          rules: [{ rule: { key: BLOCKS }, counts: { fail: 1 }, unknownFindings: 0 }],
        },
      }),
    ]);
  });

  test('passes when everything passes', async () => {
    const { statusOf } = await frameworksTestbed([bucket({ name: 'shut' })]);
    expect(await statusOf(`${FSBP}/S3.8`)).toBe('PASSED');
  });

  test('has no data where there is nothing to look at, and is not covered where no rule is', async () => {
    const { statusOf } = await frameworksTestbed([]);
    expect(await statusOf(`${FSBP}/S3.8`)).toBe('NO_DATA');
    expect(await statusOf(`${FSBP}/EC2.19`)).toBe('NOT_COVERED');
  });

  test('stays manual where its benchmark asks for a person, whatever a rule says', async () => {
    const { ask, statusOf } = await frameworksTestbed();
    expect(await statusOf('cis-aws@7.0.0/3.1.2')).toBe('MANUAL_PENDING');
    const { node } = await ask(
      '{ node(id: "req_cis-aws@7.0.0/3.1.2") { ... on Requirement { assessment rules { key } } } }',
    );
    expect(node).toEqual({ assessment: 'MANUAL', rules: [{ key: MFA }] });
  });

  test('is unknown where an account was not scanned for it, unless it fails', async () => {
    const { db, statusOf } = await frameworksTestbed([bucket({ name: 'shut' })]);
    await addTestAccount(db, 'other.ndjson', '999999999999');
    expect(await statusOf(`${FSBP}/S3.8`)).toBe('UNKNOWN');
    expect(await statusOf(`${FSBP}/S3.5`)).toBe('FAILED');
    expect(await statusOf(`${FSBP}/S3.8`, { account: ['111122223333'] })).toBe('PASSED');
    expect(await statusOf(`${FSBP}/S3.8`, { account: ['999999999999'] })).toBe('NO_DATA');
  });

  test('is unknown where a list could not be read in full', async () => {
    const { scan, statusOf } = await frameworksTestbed([bucket({ name: 'shut' })]);
    const denied = { reason: 'ACCESS_DENIED', action: 's3:ListAllMyBuckets', message: 'no' } as const;
    const listings = [
      { type: 'AWS::S3::Bucket', region: 'global', complete: false, notCollected: denied },
      { type: 'AWS::Account', region: 'global', complete: true },
    ] as const;
    await scan(
      { resources: [account({ s3PublicAccessBlock: null }), bucket({ name: 'shut' })], listings },
      { registry },
    );
    expect(await statusOf(`${FSBP}/S3.8`)).toBe('UNKNOWN');
  });

  test('is unknown where a rule is newer than the last scan', async () => {
    const { db } = await frameworksTestbed([bucket({ name: 'shut' })]);
    const newer = rules.filter(({ id }) => [BLOCKS, 'aws-s3-account-blocks-public-access'].includes(id));
    const { ask } = await testApi({ db, catalogue: new RuleCatalogue(newer) });
    const { framework } = await ask(
      '{ framework(id: "cis-aws@7.0.0") { requirements(filter: {text: "Block Public Access"}) { result { status } } } }',
    );
    expect(framework.requirements).toEqual([{ result: { status: 'UNKNOWN' } }]);
  });
});

describe('the result of a framework', () => {
  test('scores what is decided, and counts the rest beside it', async () => {
    const { ask } = await frameworksTestbed([bucket({ name: 'shut' })]);
    const { framework } = await ask(
      '{ framework(id: "cis-aws@7.0.0") { result { score counts { passed failed unknown manualPending notCovered noData } } sections { number parent counts { passed failed manualPending } } } }',
    );
    expect(framework.result).toEqual({
      score: 50,
      counts: { passed: 1, failed: 1, unknown: 0, manualPending: 36, notCovered: 32, noData: 0 },
    });
    expect(framework.sections.find(({ number }: { number: string }) => number === '3').counts).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });

  test('may be of one baseline', async () => {
    const { ask } = await frameworksTestbed();
    const { framework } = await ask(
      '{ framework(id: "nist-800-53-r5@5.2.0") { low: coverage(level: "LOW") { automated partial manual uncovered } result(level: "LOW") { counts { passed failed } } requirements(filter: {level: ["LOW"]}) { level } } }',
    );
    const { automated, partial, manual, uncovered } = framework.low;
    expect(automated).toBe(0);
    expect(partial + manual + uncovered).toBe(framework.requirements.length);
    expect(new Set(framework.requirements.map(({ level }: { level: string }) => level))).toEqual(new Set(['LOW']));
  });
});

test.each([
  [{ status: ['FAILED'] }, ['S3.5', 'S3.8']],
  [{ assessment: ['AUTOMATED'], section: ['S3'] }, ['S3.5', 'S3.8']],
  [{ section: ['S3'], status: ['FAILED'], text: 'plain http' }, ['S3.5']],
  [{ level: ['none'] }, []],
])('the filter %j', async (filter, expected) => {
  const { ask } = await frameworksTestbed();
  const { framework } = await ask(
    `query ($filter: RequirementFilter) { framework(id: "${FSBP}") { requirements(filter: $filter) { number } } }`,
    { filter },
  );
  expect(framework.requirements.map(({ number }: { number: string }) => number)).toEqual(expected);
});

test('every framework, requirement and result takes a fixed number of statements', async () => {
  const store = await testDatabase();
  for (const n of [1, 2, 3]) await addTestAccount(store.db, 'x.ndjson', `10000000000${n}`);
  const { db, during } = countingStatements(store.db);
  const { ask } = await testApi({ db, catalogue: new RuleCatalogue(rules) });
  const statements = await during(() =>
    ask(`{ posture { score } frameworks(current: false) { result { score } sections { counts { passed } }
      requirements { result { status counts { fail } } } } }`),
  );
  expect(statements).toBe(3);
});

test('requirements of rules of requirements cost too much to ask for', async () => {
  const { post } = await frameworksTestbed();
  const answer = await post({
    query: '{ frameworks { requirements { rules { requirements { rules { key } } } } } }',
  });
  expect(answer.errors?.[0]?.extensions['code']).toBe('COST_LIMIT_EXCEEDED');
});
