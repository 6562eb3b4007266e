import { account, analyzer } from '@plumbline/model/testing';
import { fixFor } from '../../testing/fix-for.ts';
import { testRule } from '../../testing/test-rule.ts';
import { expect, test } from 'vitest';
import { hasAccessAnalyzers } from './has-access-analyzers.ts';

// The snapshots of tests are of eu-west-1 and us-east-1.
const ireland = analyzer();
const virginia = analyzer({}, { region: 'us-east-1' });
const type = 'AWS::AccessAnalyzer::Analyzer';

testRule(hasAccessAnalyzers, {
  pass: [
    { name: 'an analyzer in each region', resource: account(), with: [ireland, virginia] },
    {
      name: 'the organization’s in one of them',
      resource: account(),
      with: [ireland, analyzer({ type: 'ORGANIZATION' }, { region: 'us-east-1' })],
    },
  ],
  fail: [
    {
      name: 'one region without',
      resource: account(),
      with: [ireland],
      message: 'No analyzer looks for external access in us-east-1.',
      severity: 'medium',
      pointers: ['/external access analyzers/us-east-1'],
    },
    { name: 'none', resource: account(), message: 'in eu-west-1 and us-east-1' },
    {
      name: 'one that looks for unused access',
      resource: account(),
      with: [ireland, analyzer({ type: 'ACCOUNT_UNUSED_ACCESS' }, { region: 'us-east-1' })],
      message: 'in us-east-1',
    },
    {
      name: 'one that is disabled',
      resource: account(),
      with: [ireland, analyzer({ status: 'DISABLED' }, { region: 'us-east-1' })],
    },
  ],
  unknown: [
    {
      name: 'a region that was not listed',
      resource: account(),
      with: [ireland],
      unlisted: [{ type, region: 'us-east-1' }],
      missing: [`${type} in us-east-1`],
    },
  ],
});

test('the fix is for the regions that have none', async () => {
  expect(await fixFor(hasAccessAnalyzers, { name: '', resource: account(), with: [ireland] })).toBe(
    'aws accessanalyzer create-analyzer --analyzer-name external-access --type ACCOUNT --region us-east-1',
  );
});
