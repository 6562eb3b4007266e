import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE, facetSource } from '@plumbline/model';
import { describe, expect, test } from 'vitest';
import type { AnyRelation } from './kernel/relation.ts';
import { placeholderTarget } from './kernel/placeholder-target.ts';
import type { RemediationTarget } from './kernel/remediation.ts';
import { rules } from './registry.generated.ts';

const files = globSync('{aws,azure,gcp}/*/*.ts', { cwd: import.meta.dirname }).filter(
  (file) => !file.endsWith('.test.ts') && !file.includes('/relations/'),
);
const hostile: RemediationTarget = {
  id: `arn:aws:s3:::x'; rm -rf / #`,
  localId: `x'; rm -rf / #`,
  name: `x'; rm -rf / # "\${file("/etc/passwd")}`,
  region: 'eu-west-1',
  account: '111122223333',
  partition: 'aws',
  evidence: [],
};

/** What a command may do that only reads; a credential report has to be made before it can be read. */
const READS = /^(describe|get|list|head|lookup|simulate|generate-credential-report)(-|$)/;

test('every rule file is in the registry: run `npm run generate` when this fails', () => {
  const paths = rules.map(({ id }) => `${id.replace(/^(\w+)-(\w+)-/, '$1/$2/')}.ts`);
  expect(paths.toSorted()).toEqual(files.toSorted());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const base = path.join(import.meta.dirname, id.replace(/^(\w+)-(\w+)-/, '$1/$2/'));
  const texts = [rule.title, rule.description, rule.risk, rule.remediation.summary, rule.remediation.impact];

  test('has its test beside it', () => {
    expect(existsSync(`${base}.test.ts`)).toBe(true);
  });
  test('leaves nothing of its skeleton to be filled in', () => {
    for (const file of [`${base}.ts`, `${base}.test.ts`]) expect(readFileSync(file, 'utf8')).not.toContain('TODO');
  });
  test('has a title that states a truth', () => {
    expect(rule.title).toMatch(/^[A-Z]/);
    expect(rule.title).not.toMatch(/^(Ensure|Check|Verify)\b|\.$/);
    expect(rule.title.length).toBeLessThanOrEqual(100);
  });
  test('says what it looks at, why, and what to do', () => {
    for (const each of texts.slice(1)) expect(each).toMatch(/^.{20,}[.?!]$/s);
    expect(rule.remediation.docs).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
  test('reads facets that its types have', () => {
    for (const facet of [...rule.reads, ...rule.mayRead]) expect(facetSource(rule.resource, facet)).toBeDefined();
    for (const relation of Object.values(rule.needs) as AnyRelation[])
      for (const facet of relation.facets) expect(Object.keys(CATALOGUE[relation.to].facets)).toContain(facet);
  });
  test('names a control of at least one framework', () => {
    expect(Object.values(rule.controls).flat()).not.toEqual([]);
  });
  test('has parameters whose defaults are described', () => {
    for (const parameter of Object.values(rule.parameters)) {
      expect(parameter.description).not.toBe('');
      expect(parameter.default).toBeDefined();
    }
  });
  test('tells in two to four sentences how it is used', () => {
    expect(rule.attack).toMatch(/^[A-Z].*[.!?]$/s);
    const sentences = rule.attack.split(/[.!?] (?=[A-Z])/);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(4);
  });
  test('tells how to look by hand, with commands that only read', () => {
    for (const text of [...rule.audit.console, rule.audit.good]) expect(text).toMatch(/^.{10,}[.?!]$/s);
    const verbs = [...rule.audit.cli(placeholderTarget(rule.resource)).matchAll(/\baws [a-z0-9-]+ ([a-z-]+)/g)].map(
      ([, verb]) => verb,
    );
    expect(verbs).not.toEqual([]);
    for (const verb of verbs) expect(verb).toMatch(READS);
  });
  test('writes commands and fixes that a hostile name cannot break out of', () => {
    for (const command of [rule.remediation.cli(hostile), rule.audit.cli(hostile)])
      expect(command.replaceAll(/'[^']*'|\\'/g, '')).not.toContain('rm -rf');
    const template = rule.remediation.cloudformation(hostile);
    expect(template.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')).not.toContain('rm -rf');
    const terraform = rule.remediation.terraform(hostile);
    expect(terraform.replaceAll('$${', '')).not.toContain('${file');
  });
  test('is pure: no clock, no chance, no environment', () => {
    expect(readFileSync(`${base}.ts`, 'utf8')).not.toMatch(
      /Date\.now|new Date\(\)|Math\.random|process\.\w|from 'node:/,
    );
  });
});

test('ids are unique', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});
