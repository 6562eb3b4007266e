import type { Listing, RecordedResource, ResourceType, SnapshotReader, SnapshotRecord } from '@plumbline/model';
import { CATALOGUE } from '@plumbline/model';
import { TEST_ACCOUNT } from '@plumbline/model/testing';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../kernel/define-rule.ts';
import { evaluateAll } from '../kernel/evaluate-all.ts';
import type { Evaluated, NonEmpty } from '../kernel/outcome.ts';
import type { Severity } from '../kernel/severity.ts';

export interface RuleCase {
  /** What is the case, so that "passes: a bucket that…" reads as a sentence. */
  readonly name: string;
  readonly resource: RecordedResource;
  /** Other resources of the snapshot. */
  readonly with?: readonly RecordedResource[];
  /** Listings that were not complete; all others were. */
  readonly unlisted?: readonly Omit<Listing, 'complete'>[];
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface FailCase extends RuleCase {
  /** Part of the message. */
  readonly message?: string | RegExp;
  readonly severity?: Severity;
  /** Pointers of the evidence, in order. */
  readonly pointers?: readonly string[];
}

export interface UnknownCase extends RuleCase {
  /** The facts that are missing. */
  readonly missing: readonly string[];
}

export interface NotApplicableCase extends RuleCase {
  readonly because?: string | RegExp;
}

export interface RuleCases {
  readonly pass: NonEmpty<RuleCase>;
  readonly fail: NonEmpty<FailCase>;
  readonly unknown: NonEmpty<UnknownCase>;
  readonly notApplicable?: readonly NotApplicableCase[];
}

/** The time of every test snapshot. */
export const TEST_NOW = '2026-11-20T08:00:00Z';
const REGIONS = ['eu-west-1', 'us-east-1'];

/** Holds a rule to its cases, each run through the whole engine. */
export function testRule(rule: Rule, cases: RuleCases): void {
  describe(rule.id, () => {
    test.each(cases.pass)('passes: $name', async (each) => {
      expect(await outcomeOf(rule, each)).toEqual({ status: 'pass' });
    });
    test.each(cases.fail)('fails: $name', async (each) => {
      const outcome = await outcomeOf(rule, each);
      expect(outcome).toMatchObject({ status: 'fail' });
      if (outcome.status !== 'fail') return;
      if (each.message !== undefined) expect(outcome.message).toMatch(each.message);
      if (each.severity !== undefined) expect(outcome.severity).toBe(each.severity);
      if (each.pointers !== undefined) expect(outcome.evidence.map((item) => item.pointer)).toEqual(each.pointers);
    });
    test.each(cases.unknown)('is unknown: $name', async (each) => {
      const outcome = await outcomeOf(rule, each);
      expect(outcome).toMatchObject({ status: 'unknown' });
      expect(outcome.status === 'unknown' && outcome.missing.map(({ fact }) => fact)).toEqual(each.missing);
    });
    if (cases.notApplicable)
      test.each(cases.notApplicable)('does not apply: $name', async (each) => {
        const outcome = await outcomeOf(rule, each);
        expect(outcome).toMatchObject({ status: 'not-applicable' });
        if (outcome.status === 'not-applicable' && each.because !== undefined)
          expect(outcome.because).toMatch(each.because);
      });
  });
}

/** What a rule says of a case's resource. */
export async function outcomeOf(rule: Rule, each: RuleCase): Promise<Evaluated> {
  const outcomes: Evaluated[] = [];
  await evaluateAll(
    () => Promise.resolve(snapshotOf(each)),
    { rules: [rule], parameters: { [rule.id]: each.parameters ?? {} } },
    {
      evaluated: (resource, evaluations) => {
        if (resource === each.resource) outcomes.push(...evaluations.map(({ outcome }) => outcome));
      },
      unlisted: () => {},
      problem: () => {},
    },
  );
  const [outcome] = outcomes;
  if (!outcome) throw new Error(`${rule.id} is about ${rule.resource}, the case about ${each.resource.type}`);
  return outcome;
}

function snapshotOf({ resource, with: others = [], unlisted = [] }: RuleCase): SnapshotReader {
  const listed = (Object.keys(CATALOGUE) as ResourceType[]).flatMap((type) =>
    (CATALOGUE[type].scope === 'global' ? ['global'] : REGIONS).map((region): Listing => ({
      type,
      region,
      complete: true,
    })),
  );
  const listings = [...listed, ...unlisted.map((listing) => ({ ...listing, complete: false }))];
  const records: SnapshotRecord[] = [
    ...[resource, ...others].map((each): SnapshotRecord => ({ kind: 'resource', line: 0, resource: each, text: null })),
    ...listings.map((listing): SnapshotRecord => ({ kind: 'listing', line: 0, listing })),
  ];
  return {
    header: {
      format: 'plumbline-snapshot',
      version: 1,
      provider: 'aws',
      partition: 'aws',
      account: TEST_ACCOUNT,
      regions: REGIONS,
      collectedAt: TEST_NOW,
    },
    records: (async function* () {
      yield await Promise.resolve(records);
    })(),
  };
}
