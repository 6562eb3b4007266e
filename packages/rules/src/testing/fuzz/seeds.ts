import { globSync } from 'node:fs';
import path from 'node:path';
import type { RecordedResource } from '@plumbline/model';
import { vi } from 'vitest';
import type { Rule } from '../../kernel/define-rule.ts';
import type { RuleCase, RuleCases } from '../test-rule.ts';

/** What the tests of rules hold them to: resources that fit the types, and that lead into every branch. */
export interface Seeds {
  readonly casesOf: (rule: Rule) => readonly RuleCase[];
  readonly resources: readonly RecordedResource[];
}

/** Loads the tests of all rules for their cases; none of them runs. */
export async function readSeeds(): Promise<Seeds> {
  const src = path.resolve(import.meta.dirname, '../..');
  const found = new Map<string, readonly RuleCase[]>();
  const testRule = (rule: Rule, { pass, fail, unknown, notApplicable = [] }: RuleCases) =>
    found.set(rule.id, [...pass, ...fail, ...unknown, ...notApplicable]);
  const ignored = Object.assign(() => {}, { each: () => () => {} });
  vi.doMock('vitest', async (original) => ({ ...(await original<object>()), test: ignored, describe: ignored }));
  vi.doMock('../test-rule.ts', async (original) => ({ ...(await original<object>()), testRule }));
  for (const file of globSync('aws/*/*.test.ts', { cwd: src })) await import(path.join(src, file));
  vi.doUnmock('vitest');
  vi.doUnmock('../test-rule.ts');
  const cases = [...found.values()].flat();
  return {
    casesOf: (rule) => found.get(rule.id) ?? [],
    resources: cases.flatMap((each) => [each.resource, ...(each.with ?? [])]),
  };
}
