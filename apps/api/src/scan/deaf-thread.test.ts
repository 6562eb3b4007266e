import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { readRuleFiles } from '../custom-rules/rule-files.ts';
import { manyBuckets } from '../testing/many-buckets.ts';
import { testRunner } from '../testing/scan-runner.ts';
import type { Tables } from '../store/tables.ts';
import { addTestAccount, snapshotText } from '../testing/scans.ts';
import { cancelScan } from './cancel-scan.ts';
import type { ScanRunner } from './scan-runner.ts';
import { scratch } from '../testing/scratch.ts';

/** A rule that comes to no end, and says that it has begun. */
function endlessRule(directory: string): { readonly begun: () => boolean } {
  const mark = path.join(directory, 'begun');
  const rule = `import { writeFileSync } from 'node:fs';
import { defineRule } from '@plumbline/rules';
export const rule = defineRule({
  id: 'custom-endless', title: 'Comes to no end', description: 'It counts.', risk: 'None.', attack: 'None.', severity: 'low',
  categories: ['network'], resource: 'AWS::S3::Bucket', reads: ['versioning'], controls: {},
  audit: { console: ['Look.'], cli: () => 'true', good: 'Good.' },
  remediation: { summary: 'Mend it.', impact: 'None.', effort: 'minutes', console: ['Do.'], cli: () => 'true',
    terraform: () => '{}', cloudformation: () => '{}', docs: 'https://example.com/' },
  evaluate: () => {
    writeFileSync(${JSON.stringify(mark)}, '');
    for (;;);
  },
});
`;
  writeFileSync(path.join(directory, 'endless.ts'), rule);
  return { begun: () => existsSync(mark) };
}

test.each([
  ['this process', (runner: ScanRunner, _db: Kysely<Tables>, id: string) => runner.cancel(id)],
  ['another one', (_runner: ScanRunner, db: Kysely<Tables>, id: string) => cancelScan(db, id)],
])('a scan whose thread hears nothing is cancelled by %s, and the next of the account runs', async (_by, cancel) => {
  const directory = scratch();
  const { begun } = endlessRule(directory);
  const { db, snapshots, runner, start, scan } = await testRunner({ ruleFiles: readRuleFiles(directory) });
  snapshots.write('a.ndjson', snapshotText({ resources: manyBuckets(3) }));
  const account = await addTestAccount(db, 'a.ndjson');
  const id = await start([account]);
  await expect.poll(begun, { timeout: 30_000 }).toBe(true);
  expect(await cancel(runner, db, id)).toBe(true);
  expect(await runner.finished(id, 30_000)).toBe(true);
  expect(await scan(id)).toMatchObject({ status: 'CANCELLED' });
  expect(await db.selectFrom('stage_finding').select('id').execute()).toEqual([]);
  const scope = { services: [], regions: [], rules: ['aws-s3-bucket-blocks-public-access'] };
  const next = await runner.start({ accountIds: [account], scope, idempotencyKey: null });
  expect(await runner.finished(next, 30_000)).toBe(true);
  expect(await scan(next)).toMatchObject({ status: 'SUCCEEDED' });
});
