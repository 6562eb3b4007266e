import { rules } from '@plumbline/rules';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testApi } from '../../testing/api.ts';
import { testDatabase } from '../../testing/database.ts';
import { RUNS, SEED } from '../../testing/fuzz/settings.ts';
import { insertAccount, insertFindings, type FindingRow } from '../../testing/rows.ts';
import { RuleCatalogue } from '../rules/rule-catalogue.ts';

const COUNTS = `query ($filter: FindingFilter) {
  findings(filter: $filter, first: 100) {
    totalCount resourceCount nodes { id }
    severityCounts { critical high medium low info total }
    facets(fields: [SEVERITY, SERVICE, ACCOUNT, REGION, RESOURCE_TYPE, RULE, RESULT], limit: 500) {
      field otherValues values { value count } } } }`;

const VALUES = {
  severity: ['critical', 'high', 'low'],
  service: ['s3', 'iam', 'ec2'],
  account: ['111122223333', '444455556666'],
  region: ['eu-west-1', 'us-east-1', 'global'],
  resourceType: ['AWS::S3::Bucket', 'AWS::IAM::Role'],
  rule: [rules[0]?.id ?? '', rules[1]?.id ?? '', rules[2]?.id ?? ''],
  result: ['fail', 'pass', 'unknown'],
} as const;
type Field = keyof typeof VALUES;
const FIELDS = Object.keys(VALUES) as Field[];

interface Traits extends Partial<Record<Field, string[]>> {
  stale?: boolean;
  text?: string;
  tag?: { key: string; value?: string }[];
}
type Filter = Traits & { not?: Traits };

const traits = fc.record(
  {
    ...(Object.fromEntries(FIELDS.map((field) => [field, fc.subarray([...VALUES[field]])])) as Record<
      Field,
      fc.Arbitrary<string[]>
    >),
    stale: fc.boolean(),
    text: fc.constantFrom('open', 'BUCKET-1', '100%', '', rules[1]?.title ?? '', 'aws-'),
    tag: fc.subarray([{ key: 'env' }, { key: 'env', value: 'dev' }, { key: 'team', value: 'web' }]),
  },
  { requiredKeys: [] },
);
const filters: fc.Arbitrary<Filter> = fc
  .tuple(traits, fc.option(traits, { nil: undefined }))
  .map(([filter, not]) => (not ? { ...filter, not } : filter));

const pick = <T>(values: readonly T[], n: number) => values[n % values.length] as T;
const upper = (values: string[] | undefined) => values?.map((value) => value.toUpperCase());

const { db } = await testDatabase();
const { ask } = await testApi({ db, catalogue: new RuleCatalogue(rules) });
const stored = await store();

type Stored = Record<Field, string> & {
  id: string;
  resource: string;
  stale: boolean;
  search: string;
  tags: Readonly<Record<string, string>>;
};

/** Writes findings of all kinds, and reads them back by the plainest SQL there is. */
async function store(): Promise<readonly Stored[]> {
  const accounts = await Promise.all(VALUES.account.map((externalId) => insertAccount(db, { externalId })));
  const rows = Array.from({ length: 90 }, (_, n): FindingRow => ({
    accountId: pick(accounts, n),
    resource: `bucket-${n % 40}`,
    rule: pick(VALUES.rule, Math.floor(n / 40)),
    severity: pick(VALUES.severity, n + Math.floor(n / 7)),
    service: pick(VALUES.service, Math.floor(n / 3)),
    region: pick(VALUES.region, Math.floor(n / 5)),
    type: pick(VALUES.resourceType, n % 40),
    result: pick(VALUES.result, Math.floor(n / 2)),
    stale: n % 4 === 0,
    message: n % 3 === 0 ? 'It is open at 100%.' : 'It is half shut.',
    tags: n % 2 === 0 ? { env: n % 6 === 0 ? 'dev' : 'prod' } : { team: 'web' },
  }));
  await insertFindings(db, rows);
  const { rows: found } = await sql<Stored>`
    select f.id, f.resource_id as resource, (array['critical', 'high', 'medium', 'low', 'info'])[f.severity] as severity, f.service,
      a.external_id as account, f.region, f.resource_type as "resourceType", f.rule_key as rule, f.result, f.stale, f.search, r.tags
    from finding f join account a on a.id = f.account_id join resource r on r.account_id = f.account_id and r.id = f.resource_id`.execute(
    db,
  );
  return found;
}

function hasText({ search, rule }: Stored, text: string): boolean {
  const title = rules.find(({ id }) => id === rule)?.title ?? '';
  return [search, rule, title].some((each) => each.toLowerCase().includes(text));
}

/** Whether a finding has one of the values, by field; only of what the traits name. */
function answersTo(finding: Stored, { stale, text, tag, ...chosen }: Traits): boolean[] {
  const one = Object.entries(chosen).filter(([, values]) => values.length > 0);
  return [
    ...one.map(([field, values]) => values.includes(finding[field as Field])),
    ...(stale === undefined ? [] : [finding.stale === stale]),
    ...(text ? [hasText(finding, text.toLowerCase())] : []),
    ...(tag && tag.length > 0
      ? [tag.some(({ key, value }) => (value === undefined ? key in finding.tags : finding.tags[key] === value))]
      : []),
  ];
}

function matching({ not = {}, ...filter }: Filter): readonly Stored[] {
  const result = filter.result === undefined && not.result === undefined ? ['fail'] : filter.result;
  const wanted = { ...filter, ...(result && { result }) };
  return stored.filter(
    (finding) => answersTo(finding, wanted).every(Boolean) && !answersTo(finding, not).some(Boolean),
  );
}

/** The filter without a field; of results, then all. */
function without(field: Field, { not, ...filter }: Filter): Filter {
  const { [field]: _, ...rest } = filter;
  const { [field]: __, ...others } = not ?? {};
  return { ...rest, ...(field === 'result' && { result: [] }), not: others };
}

function counted(findings: readonly Stored[], field: Field): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(findings, (finding) => finding[field])].map(([value, group]) => [
      shown(field, value),
      group.length,
    ]),
  );
}

const shown = (field: Field, value: string) =>
  field === 'severity' || field === 'result' ? value.toUpperCase() : value;

function asInput({ not, ...filter }: Filter): Record<string, unknown> {
  const input = { ...filter, severity: upper(filter.severity), result: upper(filter.result) };
  return not ? { ...input, not: asInput(not) } : input;
}

test('counts and facets are those of the findings themselves, whatever is asked for', async () => {
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const found = (await ask(COUNTS, { filter: asInput(filter) })).findings;
      const expected = matching(filter);
      expect(found.nodes).toHaveLength(expected.length);
      expect([found.totalCount, found.severityCounts.total]).toEqual([expected.length, expected.length]);
      expect(found.resourceCount).toBe(new Set(expected.map(({ resource }) => resource)).size);
      expect(found.severityCounts.critical).toBe(expected.filter(({ severity }) => severity === 'critical').length);
      for (const { field, values, otherValues } of found.facets as FacetAnswer[]) {
        const counts = Object.fromEntries(values.map(({ value, count }) => [value, count]));
        expect([field, counts, otherValues]).toEqual([field, counted(matching(without(field, filter)), field), 0]);
      }
    }),
    { seed: SEED, numRuns: RUNS * 5 },
  );
});

interface FacetAnswer {
  readonly field: Field;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly otherValues: number;
}
