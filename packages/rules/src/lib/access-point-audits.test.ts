import { expect, test } from 'vitest';
import type { RemediationTarget } from '../kernel/remediation.ts';
import {
  readAccessPointBlocks,
  readAccessPointPolicy,
  readMultiRegionBlocks,
  readMultiRegionPolicy,
} from './access-point-audits.ts';

const target: RemediationTarget = {
  id: 'arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap',
  localId: 'mfzwi23gnjvgw.mrap',
  name: 'acme-everywhere',
  region: 'global',
  account: '111122223333',
  partition: 'aws',
  evidence: [],
};

test('Multi-Region Access Points are asked for by name, not by alias, where their API is', () => {
  const commands = `${readMultiRegionBlocks(target)}\n${readMultiRegionPolicy(target)}`.split('\n');
  const own = commands.filter((each) => each.includes('multi-region-access-point'));
  expect(own).toHaveLength(3);
  for (const each of own) expect(each).toContain('--region us-west-2 --account-id 111122223333 --name acme-everywhere');
});

test('access points are asked for in their region', () => {
  const readers = { ...target, localId: 'invoices-readers', region: 'eu-west-1' };
  const commands = `${readAccessPointBlocks(readers)}\n${readAccessPointPolicy(readers)}`.split('\n');
  const own = commands.filter((each) => each.includes('get-access-point'));
  expect(own).toHaveLength(3);
  for (const each of own)
    expect(each).toContain('--account-id 111122223333 --region eu-west-1 --name invoices-readers');
});
