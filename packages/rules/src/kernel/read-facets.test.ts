import { expect, test } from 'vitest';
import { bothTypes, group, passing, run } from '../testing/probe.ts';

test('a value of the wrong shape is not collected', async () => {
  const malformed = { ...group('sg-1'), facets: { securityGroup: 'all of them' } };
  const { outcomes } = await run([passing], { resources: [malformed], listings: bothTypes });
  expect(outcomes['sg-1']).toMatchObject({
    status: 'unknown',
    missing: [{ fact: 'securityGroup', reason: 'MALFORMED', action: 'ec2:DescribeSecurityGroups' }],
  });
});

test.each([[null], [{}], [{ reason: 'SHY', message: 'no' }], [{ reason: 'TIMEOUT' }], ['ACCESS_DENIED']])(
  'a reason that is none, %j, is malformed itself',
  async (notCollected) => {
    const unreasoned = { ...group('sg-1'), facets: { securityGroup: { notCollected } } };
    const { outcomes } = await run([passing], { resources: [unreasoned], listings: bothTypes });
    expect(outcomes['sg-1']).toMatchObject({
      status: 'unknown',
      missing: [{ reason: 'MALFORMED', action: 'ec2:DescribeSecurityGroups', message: expect.any(String) as string }],
    });
  },
);

test('a facet that is left out, or inherited, was not recorded', async () => {
  const inherited = { ...group('sg-1'), facets: Object.create({ securityGroup: {} }) as Record<string, unknown> };
  const { outcomes } = await run([passing], { resources: [inherited], listings: bothTypes });
  expect(outcomes['sg-1']).toMatchObject({ status: 'unknown', missing: [{ reason: 'NOT_RECORDED' }] });
});
