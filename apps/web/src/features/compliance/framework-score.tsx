import { Score } from '../../components/score.tsx';
import { Section } from '../../components/page.tsx';
import type { ComplianceSearch } from '../../lib/compliance-search.ts';
import { formatNumberOf } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { CoverageFragment, CoverageLine } from './coverage-line.tsx';
import { StatusCounts, StatusCountsFragment } from './status-counts.tsx';

export const FrameworkScoreFragment = graphql(
  `
    fragment FrameworkScore on Framework {
      key
      coverage(level: $level) {
        ...Coverage
      }
      result(scope: $scope, level: $level) {
        score
        counts {
          passed
          failed
          ...StatusCounts
        }
      }
    }
  `,
  [CoverageFragment, StatusCountsFragment],
);

interface FrameworkScoreProps {
  readonly framework: FragmentOf<typeof FrameworkScoreFragment>;
  readonly search: ComplianceSearch;
}

/** How a framework stands in one look. Its links keep level and account. */
export function FrameworkScore({ framework, search: { level, account } }: FrameworkScoreProps) {
  const { key, coverage, result } = readFragment(FrameworkScoreFragment, framework);
  const decided = result.counts.passed + result.counts.failed;
  return (
    <Section title="How it stands">
      <Score score={result.score} unit={`% of ${formatNumberOf(decided, 'decided requirement')} passed`} />
      <StatusCounts counts={result.counts} framework={key} search={{ level, account }} />
      <CoverageLine coverage={coverage} framework={key} search={{ level, account }} />
    </Section>
  );
}
