import { randomUUID } from 'node:crypto';
import { rules, type EvidenceItem, type Missing, type OutcomeStatus, type Severity, type Rule } from '@plumbline/rules';
import { sql, type Kysely } from 'kysely';
import { RuleCatalogue } from '../features/rules/rule-catalogue.ts';
import { rankOf } from '../graphql/severity.ts';
import { findingFingerprint, findingId, resourceId } from '../store/ids.ts';
import type { Tables } from '../store/tables.ts';
import { BLOCKS } from './scan-testbed.ts';

/** A catalogue of rules that are there whatever is shipped. */
export function testCatalogue(): RuleCatalogue {
  const like = rules.find((rule) => rule.id === BLOCKS) as Rule;
  const named = (id: string, service: string): Rule => ({ ...like, id, service, title: `Title of ${id}` });
  return new RuleCatalogue([like, named('aws-ec2-one', 'ec2'), named('aws-iam-one', 'iam'), named('aws-s3-one', 's3')]);
}

export interface AccountRow {
  readonly externalId?: string;
  readonly name?: string;
  readonly source?: string;
}

export async function insertAccount(db: Kysely<Tables>, row: AccountRow = {}): Promise<string> {
  const { externalId = '111122223333', name = 'Acme', source = 'acme.ndjson' } = row;
  const id = randomUUID();
  await db
    .insertInto('account')
    .values({ id, provider: 'aws', partition: 'aws', external_id: externalId, name, source, regions: [] })
    .execute();
  return id;
}

export interface FindingRow {
  readonly accountId: string;
  readonly resource?: string;
  readonly rule?: string;
  readonly service?: string;
  readonly region?: string;
  readonly type?: string;
  readonly severity?: Severity;
  readonly result?: OutcomeStatus;
  readonly message?: string;
  readonly firstSeenAt?: string;
  readonly evidence?: readonly EvidenceItem[];
  readonly missing?: readonly Missing[];
  readonly config?: Record<string, unknown>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly stale?: boolean;
  readonly resolvedAt?: string;
}

export const SEEN_AT = '2026-11-20T08:00:00.000Z';

/** Findings with their resources, coverage and counts. Of what is left out there is a plain default. */
export async function insertFindings(db: Kysely<Tables>, rows: readonly FindingRow[]): Promise<void> {
  for (const row of rows) await insertFinding(db, row);
  await sql`delete from finding_count`.execute(db);
  await sql`
    insert into finding_count (account_id, region, service, resource_type, rule_key, severity, result, n)
    select account_id, region, service, resource_type, rule_key, severity, result, count(*) from finding
    group by 1, 2, 3, 4, 5, 6, 7`.execute(db);
}

async function insertFinding(db: Kysely<Tables>, row: FindingRow): Promise<void> {
  const { accountId, resource = 'invoices', rule = BLOCKS, service = 's3', region = 'eu-west-1' } = row;
  const { type = 'AWS::S3::Bucket', severity = 'high', result = 'fail', message = `${resource} is open.` } = row;
  const { firstSeenAt = SEEN_AT, evidence = [], missing = [], config = { policy: null } } = row;
  const { tags = { env: 'prod' }, stale = false, resolvedAt } = row;
  const externalId = `arn:aws:s3:::${resource}`;
  const { external_id: account } = await db
    .selectFrom('account')
    .select('external_id')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const key = resourceId('aws', account, type, externalId);
  const identity = { account_id: accountId, region, service };
  await db
    .insertInto('resource')
    .values({
      ...identity,
      id: key,
      type,
      external_id: externalId,
      name: resource,
      tags: JSON.stringify(tags),
      config: JSON.stringify(config),
      hash: '',
      first_seen_at: new Date(firstSeenAt),
      seen_from: new Date(firstSeenAt),
      last_seen_at: null,
      deleted_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('finding')
    .values({
      ...identity,
      id: findingId(findingFingerprint('aws', account, rule, type, externalId)),
      rule_key: rule,
      resource_id: key,
      resource_type: type,
      result,
      stale,
      has_failed: result === 'fail',
      severity: rankOf(severity),
      severity_reason: null,
      message,
      evidence: JSON.stringify(evidence),
      missing: JSON.stringify(missing),
      hash: '',
      search: [message, externalId, resource, ...tagTexts(tags)].join(' ').toLowerCase(),
      first_seen_at: new Date(firstSeenAt),
      resolved_at: resolvedAt === undefined ? null : new Date(resolvedAt),
      last_seen_at: null,
    })
    .execute();
  const coverage = { account_id: accountId, region, scan_id: randomUUID(), at: new Date(SEEN_AT) };
  await db
    .insertInto('scan_coverage')
    .values({ ...coverage, rule_key: rule })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('type_coverage')
    .values({ ...coverage, type })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function tagTexts(tags: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(tags).map(([key, value]) => `${key}=${value}`);
}
