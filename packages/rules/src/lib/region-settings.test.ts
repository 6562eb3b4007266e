import { expect, test } from 'vitest';
import type { RemediationTarget } from '../kernel/remediation.ts';
import { forEachRegion, judgeRegions, type RegionSettings } from './region-settings.ts';

const settings: RegionSettings<string> = {
  facet: 'block',
  action: 'ec2:GetBlock',
  byRegion: { 'us-east-1': 'off', 'eu-west-1': 'on', 'eu-central-1': 'off' },
  regions: ['eu-central-1', 'eu-west-1', 'us-east-1'],
  isGood: (setting) => setting === 'on',
  expected: 'is on',
  message: (regions) => `Off in ${regions}.`,
};
const target: RemediationTarget = {
  id: '',
  localId: '',
  name: '',
  region: 'global',
  account: '',
  partition: 'aws',
  evidence: [],
};

test('the regions that are wrong are told in order, also where others could not be read', () => {
  expect(judgeRegions({ ...settings, regions: [...settings.regions, 'sa-east-1'] })).toEqual({
    status: 'fail',
    message: 'Off in eu-central-1 and us-east-1.',
    evidence: [
      { pointer: '/block/eu-central-1', expected: 'is on' },
      { pointer: '/block/us-east-1', expected: 'is on' },
    ],
  });
});

test('a field of the setting is pointed at', () => {
  expect(judgeRegions({ ...settings, byRegion: { 'us-east-1': 'off' }, field: 'Mode' })).toMatchObject({
    evidence: [{ pointer: '/block/us-east-1/Mode' }],
  });
});

test('a region that was read and is not recorded keeps it from passing', () => {
  const byRegion = { 'eu-central-1': 'on', 'eu-west-1': 'on' };
  expect(judgeRegions({ ...settings, byRegion })).toMatchObject({
    status: 'unknown',
    missing: [{ fact: 'block', action: 'ec2:GetBlock', message: expect.stringContaining('us-east-1') as string }],
  });
  expect(judgeRegions({ ...settings, byRegion, regions: ['eu-west-1'] })).toEqual({ status: 'pass' });
});

test('a fix is written for each region that is wrong, else once', () => {
  const evidence = ['eu-west-1', 'us-east-1'].map((region) => ({
    pointer: `/block/${region}/Mode`,
    expected: '',
    actual: 'off',
    missing: false,
    ok: false,
    of: null,
  }));
  expect(forEachRegion({ ...target, evidence }, (region) => `fix ${region}`)).toBe('fix eu-west-1\nfix us-east-1');
  expect(forEachRegion(target, (region) => `fix ${region}`)).toBe('fix global');
});
