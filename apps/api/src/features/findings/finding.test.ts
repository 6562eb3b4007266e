import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { insertAccount, insertFindings, SEEN_AT, type FindingRow } from '../../testing/rows.ts';

const FINDING = `query ($id: ID!) { finding(id: $id) {
  id fingerprint result stale firstSeenAt lastSeenAt resolvedAt ageDays severityReason missing { name kind action message }
  evidence { snapshot sha256 collectedFrom collectedAt items { pointer expected actual ok missing resource { name } } }
  remediation { summary options { kind language content caveat } } audit { console cli good } } }`;

async function oneFinding(row: Partial<FindingRow> = {}) {
  const { db } = await testDatabase();
  const accountId = await insertAccount(db);
  await insertFindings(db, [{ accountId, ...row }]);
  const api = await testApi({ db });
  const { findings } = await api.ask('{ findings(filter: {result: []}) { nodes { id fingerprint } } }');
  const [{ id, fingerprint }] = findings.nodes;
  return { db, id, fingerprint, api, read: async () => (await api.ask(FINDING, { id })).finding };
}

test('by id and by fingerprint, and not by anything else', async () => {
  const { api, id, fingerprint } = await oneFinding();
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  for (const name of [id, fingerprint]) expect((await api.ask(FINDING, { id: name })).finding.id).toBe(id);
  for (const name of ['', 'fnd_', 'fnd_nonsense', id.replace('fnd', 'res'), '0'.repeat(64)])
    expect((await api.ask(FINDING, { id: name })).finding).toBeNull();
});

test('evidence is what was stored, with the snapshot and its hash', async () => {
  const config = { publicAccessBlock: null, policy: { b: 1, a: [] } };
  const item = {
    pointer: '/publicAccessBlock/BlockPublicAcls',
    expected: 'is true',
    actual: null,
    missing: true,
    ok: false,
    of: null,
  };
  const { read } = await oneFinding({ config, evidence: [item] });
  const { evidence } = await read();
  const { of: _of, ...shown } = item;
  expect(evidence.items).toEqual([{ ...shown, resource: null }]);
  expect(evidence.snapshot).toEqual(config);
  const sorted = '{"policy":{"a":[],"b":1},"publicAccessBlock":null}';
  expect(evidence.sha256).toBe(createHash('sha256').update(sorted).digest('hex'));
  expect(evidence.collectedFrom).toContain('s3:GetPublicAccessBlock');
  expect(evidence.collectedAt).toBe(SEEN_AT);
});

test('evidence names the related resource that its pointer goes into', async () => {
  const of = 'arn:aws:s3:::invoices';
  const { read } = await oneFinding({
    evidence: [{ pointer: '/policy', expected: 'is set', actual: null, missing: false, ok: false, of }],
  });
  expect((await read()).evidence.items[0].resource).toEqual({ name: 'invoices' });
});

test('a stale finding shows the resource as it was when the finding was last evaluated', async () => {
  const { db, read } = await oneFinding({ config: { policy: 'now unreadable' } });
  const resource = await db.selectFrom('resource').selectAll().executeTakeFirstOrThrow();
  await db
    .updateTable('resource')
    .set({ seen_from: new Date('2026-11-19T00:00:00Z') })
    .execute();
  await db
    .insertInto('resource_version')
    .values({
      account_id: resource.account_id,
      resource_id: resource.id,
      seen_from: new Date('2026-11-10T00:00:00Z'),
      seen_to: new Date('2026-11-18T00:00:00Z'),
      name: resource.name,
      tags: '{}',
      config: '{"policy":"open"}',
      hash: '',
    })
    .execute();
  await db
    .updateTable('finding')
    .set({ stale: true, last_seen_at: new Date('2026-11-12T00:00:00Z') })
    .execute();
  const { stale, lastSeenAt, evidence } = await read();
  expect({ stale, lastSeenAt }).toEqual({ stale: true, lastSeenAt: '2026-11-12T00:00:00.000Z' });
  expect(evidence).toMatchObject({ snapshot: { policy: 'open' }, collectedAt: '2026-11-12T00:00:00.000Z' });
});

test('an unknown one says what is missing', async () => {
  const missing = [{ fact: 'policy', reason: 'ACCESS_DENIED', action: 's3:GetBucketPolicy', message: 'no' } as const];
  const { read } = await oneFinding({ result: 'unknown', missing });
  expect((await read()).missing).toEqual([
    { name: 'policy', kind: 'PERMISSION', action: 's3:GetBucketPolicy', message: 'no' },
  ]);
});

test("the fix has the resource's names filled in", async () => {
  const { read } = await oneFinding({ resource: 'acme-logs' });
  const { options } = (await read()).remediation;
  expect(options.map((option: { kind: string }) => option.kind)).toEqual([
    'CONSOLE',
    'CLI',
    'TERRAFORM',
    'CLOUDFORMATION',
  ]);
  const cli = options.find((option: { kind: string }) => option.kind === 'CLI');
  expect(cli).toMatchObject({ language: 'shell', content: expect.stringContaining('--bucket acme-logs ') });
});

test("what to look at by hand has the resource's names filled in", async () => {
  const { read } = await oneFinding({ resource: 'acme-logs' });
  const { audit } = await read();
  expect(audit.cli).toContain('aws s3api get-public-access-block --bucket acme-logs\n');
  expect(audit.cli).toContain('--account-id 1');
});

test('a finding of a rule that is no longer shipped is neither shown nor counted', async () => {
  const { db, api, id } = await oneFinding();
  await db.updateTable('finding').set({ rule_key: 'aws-s3-retired' }).execute();
  await db.updateTable('finding_count').set({ rule_key: 'aws-s3-retired' }).execute();
  const { finding, findings, accounts } = await api.ask(
    'query ($id: ID!) { finding(id: $id) { id } findings { totalCount nodes { id } } accounts { nodes { openFindings { total } } } }',
    { id },
  );
  expect(finding).toBeNull();
  expect(findings).toEqual({ totalCount: 0, nodes: [] });
  expect(accounts.nodes).toEqual([{ openFindings: { total: 0 } }]);
});
