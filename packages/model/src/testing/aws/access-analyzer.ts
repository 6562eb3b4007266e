import type { Analyzer } from '../../aws/access-analyzer.ts';
import type { Resource } from '../../resource.ts';
import { build, TEST_ACCOUNT, TEST_REGION, type Overrides } from '../build.ts';

/** An active analyzer for external access, with the account as its zone of trust. */
export function analyzer(
  changed: Partial<Analyzer> = {},
  overrides: Overrides<'AWS::AccessAnalyzer::Analyzer'> = {},
): Resource<'AWS::AccessAnalyzer::Analyzer'> {
  const region = overrides.region ?? TEST_REGION;
  const name = overrides.name ?? 'external-access';
  const arn = `arn:aws:access-analyzer:${region}:${TEST_ACCOUNT}:analyzer/${name}`;
  return build(
    'AWS::AccessAnalyzer::Analyzer',
    { id: arn, name, region },
    {
      analyzer: {
        arn,
        name,
        type: 'ACCOUNT',
        createdAt: '2024-03-12T09:30:00+00:00',
        status: 'ACTIVE',
        tags: {},
        ...changed,
      },
    },
    overrides,
  );
}
