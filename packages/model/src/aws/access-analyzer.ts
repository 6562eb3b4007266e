import type * as Sdk from '@aws-sdk/client-accessanalyzer';
import type { Catalogue } from '../catalogue.ts';
import type { Recorded } from '../recorded.ts';

export type Analyzer = Recorded<Sdk.AnalyzerSummary>;

export interface AccessAnalyzerTypes {
  'AWS::AccessAnalyzer::Analyzer': { analyzer: Analyzer };
}

const listAnalyzers = { call: 'access-analyzer:ListAnalyzers', action: 'access-analyzer:ListAnalyzers' } as const;

export const ACCESS_ANALYZER_CATALOGUE = {
  'AWS::AccessAnalyzer::Analyzer': {
    service: 'access-analyzer',
    scope: 'regional',
    listing: listAnalyzers,
    facets: { analyzer: { ...listAnalyzers, shape: 'object' } },
  },
} as const satisfies Catalogue<AccessAnalyzerTypes>;
