import type { RecordedResource } from '@plumbline/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rule } from './kernel/define-rule.ts';
import type { Evaluated } from './kernel/outcome.ts';
import { rules } from './registry.generated.ts';
import { caseArbitraries, mapResources } from './testing/fuzz/cases.ts';
import { backwards } from './testing/fuzz/places.ts';
import { readSeeds } from './testing/fuzz/seeds.ts';
import { RUNS, SEED } from './testing/fuzz/settings.ts';
import { waysToKnowLess } from './testing/fuzz/ways-to-know-less.ts';
import { outcomeOf } from './testing/test-rule.ts';

const seeds = await readSeeds();
const settings = { numRuns: RUNS, seed: SEED };
const { fitting, hostile } = caseArbitraries(seeds);

/** What must not come of knowing less: something that looks like a fix, or like being in order. */
const WORSE = [
  'fail → pass',
  'fail → not-applicable',
  'unknown → pass',
  'unknown → not-applicable',
  'not-applicable → pass',
];

/**
 * S3's own verdict on a policy. Here it is made to contradict the policy, which in S3 it does not: where the policy was read, it is
 * only a second opinion.
 */
const SECOND_OPINION = 'policyStatus';

const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  test('has an answer for whatever fits the types', () =>
    fc.assert(
      fc.asyncProperty(fitting(rule), async (each) => {
        const outcome = await outcomeOf(rule, each);
        expect(faultOf(outcome)).toBeNull();
        expect(flawsOf(outcome)).toEqual([]);
      }),
      settings,
    ));

  test('does not break on anything', () =>
    fc.assert(
      fc.asyncProperty(hostile(rule), async (each) => {
        expect(flawsOf(await outcomeOf(rule, each))).toEqual([]);
      }),
      settings,
    ));

  test('says the same again, in whatever order keys come', () =>
    fc.assert(
      fc.asyncProperty(fitting(rule), async (each) => {
        const outcome = await outcomeOf(rule, each);
        expect(await outcomeOf(rule, structuredClone(each))).toEqual(outcome);
        expect(await outcomeOf(rule, mapResources(each, withKeysBackwards))).toEqual(outcome);
      }),
      settings,
    ));

  test('never gets better by knowing less', () =>
    fc.assert(
      fc.asyncProperty(fitting(rule), fc.nat(), async (each, which) => {
        const ways = waysToKnowLess(rule, each).filter(({ what, isRequired }) => isRequired || what !== SECOND_OPINION);
        const way = ways[which % ways.length];
        if (!way) return;
        const { status: before } = await outcomeOf(rule, each);
        const { status: after } = await outcomeOf(rule, way.left);
        expect(WORSE, `without ${way.what}`).not.toContain(`${before} → ${after}`);
        if (way.isRequired) expect(after, `without ${way.what}`).toBe('unknown');
      }),
      settings,
    ));

  test('does not mind what it has nothing to do with', () =>
    fc.assert(
      fc.asyncProperty(fitting(rule), fc.constantFrom(...strangersTo(rule)), async (each, stranger) => {
        const outcome = await outcomeOf(rule, each);
        expect(await outcomeOf(rule, { ...each, with: [stranger, ...(each.with ?? [])] })).toEqual(outcome);
      }),
      settings,
    ));
});

function strangersTo(rule: Rule): readonly RecordedResource[] {
  const known = new Set<string>([rule.resource, ...Object.values(rule.needs).map(({ to }) => to)]);
  return seeds.resources.filter(({ type }) => !known.has(type));
}

function withKeysBackwards(resource: RecordedResource): RecordedResource {
  return { ...resource, facets: backwards(resource.facets) as RecordedResource['facets'] };
}

/** What a rule threw, if it did. */
function faultOf(outcome: Evaluated): string | null {
  const missing = outcome.status === 'unknown' ? outcome.missing : [];
  return missing.find(({ reason }) => reason === 'RULE_FAULT')?.message ?? null;
}

/** What of an outcome is not as it must be to be stored and shown. */
function flawsOf(outcome: Evaluated): readonly unknown[] {
  const known = ['pass', 'fail', 'not-applicable', 'unknown'].includes(outcome.status);
  const evidence = outcome.status === 'fail' ? outcome.evidence : [];
  return [
    ...(known ? [] : [outcome.status]),
    ...textsOf(outcome).filter((text) => text.length > 1000 || UNPRINTABLE.test(text)),
    ...evidence.filter(({ pointer, missing, actual }) => pointer[0] !== '/' || (missing && actual !== null)),
  ];
}

function textsOf(outcome: Evaluated): readonly string[] {
  switch (outcome.status) {
    case 'pass':
      return [];
    case 'not-applicable':
      return [outcome.because];
    case 'unknown':
      return outcome.missing.flatMap(({ fact, action = '', message }) => [fact, action, message]);
    case 'fail':
      return [outcome.message, outcome.severityReason ?? '', ...outcome.evidence.map(({ expected }) => expected)];
  }
}
