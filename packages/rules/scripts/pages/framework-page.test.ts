import { expect, test } from 'vitest';
import { defineFramework } from '../../src/frameworks/framework.ts';
import { bucketBlocksPublicAccess } from '../../src/aws/s3/bucket-blocks-public-access.ts';
import { frameworkIndex } from './framework-index.ts';
import { frameworkPage } from './framework-page.ts';

const requirement = (number: string, overrides = {}) => ({
  number,
  title: `Requirement ${number}`,
  section: '1',
  level: 'Level 1',
  levels: ['Level 1'],
  severity: null,
  control: number,
  byHand: false,
  limits: null,
  ...overrides,
});

const framework = defineFramework({
  id: 'cis-aws',
  name: 'Benchmark',
  publisher: 'Someone',
  version: '1.0.0',
  latest: true,
  attribution: 'Our own words.',
  levels: ['Level 1', 'Level 2'],
  sections: [{ number: '1', title: 'Storage', parent: null }],
  requirements: [
    requirement('1.1'),
    requirement('1.2', { limits: 'Only buckets.' }),
    requirement('1.3', { byHand: true }),
    requirement('1.4', { levels: ['Level 2'] }),
  ],
});
const decided = [bucketBlocksPublicAccess];
const rules = new Map(['1.1', '1.2', '1.3'].map((number) => [`cis-aws@1.0.0/${number}`, decided]));

test('tells of each requirement which rules decide it, or why none does', () => {
  const link = '[Buckets block public access](../rules/aws-s3-bucket-blocks-public-access.md)';
  const rows = frameworkPage(framework, rules).match(/^\| 1\..*/gm);
  expect(rows).toEqual([
    `| 1.1 | Requirement 1.1 | Level 1 | decided by rules | ${link} |`,
    `| 1.2 | Requirement 1.2 | Level 1 | decided in part. Only buckets. | ${link} |`,
    `| 1.3 | Requirement 1.3 | Level 1 | by hand | ${link} |`,
    '| 1.4 | Requirement 1.4 | Level 2 | not covered |  |',
  ]);
});

test('tells once what is left out where it is the same of all, and nothing of what no rule decides', () => {
  const limits = 'Only AWS.';
  const requirements = ['1.1', '1.2', '1.3', '1.4'].map((number) => requirement(number, { limits }));
  const page = frameworkPage(defineFramework({ ...framework, requirements }), rules);
  expect(page.match(/Only AWS\./g)).toHaveLength(1);
  expect(page).toContain('Of everything that is decided in part: Only AWS.');
});

test('says a version that the name ends with once', () => {
  const page = frameworkPage(defineFramework({ ...framework, name: 'Benchmark 1.0.0' }), rules);
  expect(page).toContain('\n# Benchmark 1.0.0\n');
  expect(frameworkPage(framework, rules)).toContain('\n# Benchmark, version 1.0.0\n');
});

test('counts the coverage, of each level too', () => {
  const page = frameworkPage(framework, rules);
  expect(page).toContain('| All | 4 | 1 | 1 | 1 | 1 |');
  expect(page).toContain('| Level 1 | 3 | 1 | 1 | 1 | 0 |');
});

test('the index counts every requirement once', () => {
  expect(frameworkIndex([framework], rules)).toContain('| [Benchmark](cis-aws-1.0.0.md) | 1.0.0 | 4 | 1 | 1 | 1 | 1 |');
});
