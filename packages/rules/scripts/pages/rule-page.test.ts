import { expect, test } from 'vitest';
import { securityGroupRestrictsAdminPorts } from '../../src/aws/ec2/security-group-restricts-admin-ports.ts';
import { bucketBlocksPublicAccess } from '../../src/aws/s3/bucket-blocks-public-access.ts';
import { requirementsOf } from '../../src/frameworks/requirements.ts';
import type { Rule } from '../../src/kernel/define-rule.ts';
import type { RuleExample } from '../../src/examples.ts';
import { rulePage } from './rule-page.ts';

const example: RuleExample = {
  name: 'a bucket named *',
  expected: 'fail',
  says: 'It is open.',
  severity: 'critical',
  severityReason: 'It is public.',
  config: {},
};

function write(rule: Rule, examples: readonly RuleExample[] = [example]): string {
  const severityChanges = [{ severity: 'critical', because: 'It is public.' }];
  return rulePage({ rule, requirements: requirementsOf(rule.controls), examples, severityChanges });
}

test('tells what, why, how to look, how to fix in four ways, and how to see that it took', () => {
  const headings = write(bucketBlocksPublicAccess).match(/^##+ .*/gm);
  expect(headings).toEqual([
    '## Why',
    '## Look by hand',
    '### In the console',
    '### With the CLI',
    '### What is good',
    '## Fix',
    '### In the console',
    '### With the CLI',
    '### With Terraform',
    '### With CloudFormation',
    '## Verify',
    '## Severity',
    '## Parameters',
    '## Permissions',
    '## Requirements it gives evidence for',
    '## Cases',
    '### Fails',
    '## More',
  ]);
});

test('has placeholders that tell what belongs there', () => {
  const page = write(bucketBlocksPublicAccess);
  expect(page).toContain('aws s3api get-public-access-block --bucket BUCKET_NAME\n');
  expect(page).toContain('resource "aws_s3_bucket_public_access_block" "BUCKET_NAME"');
});

test('shows cases as they are written, with what the rule says and the severity that facts led to', () => {
  expect(write(bucketBlocksPublicAccess)).toContain(String.raw`- a bucket named \*: *It is open.* (critical)`);
});

test('tells parameters with their defaults, and where there are none', () => {
  expect(write(securityGroupRestrictsAdminPorts)).toMatch(/\| `adminPorts` \| .*\. \| `\[22,23,/);
  expect(write(bucketBlocksPublicAccess)).toContain('## Parameters\n\nNone.');
});

test('leads to the frameworks, with the numbers there', () => {
  expect(write(bucketBlocksPublicAccess)).toContain('(../frameworks/cis-aws-6.0.0.md) | 6.0.0 | 3.1.4 |');
});
