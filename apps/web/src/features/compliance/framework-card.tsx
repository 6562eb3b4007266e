import { NativeSelect, Title } from '@mantine/core';
import { Link } from 'react-router';
import { Score } from '../../components/score.tsx';
import { frameworkPath } from '../../lib/compliance-search.ts';
import { formatNumberOf } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { CoverageFragment, CoverageLine } from './coverage-line.tsx';
import { StatusCounts, StatusCountsFragment } from './status-counts.tsx';
import classes from './compliance.module.css';

export const FrameworkCardFragment = graphql(
  `
    fragment FrameworkCard on Framework {
      id
      key
      name
      version
      coverage {
        ...Coverage
      }
      result(scope: $scope) {
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

interface FrameworkCardProps {
  /** One framework in all its versions, the newest first. */
  readonly versions: readonly FragmentOf<typeof FrameworkCardFragment>[];
  /** Keys of the frameworks whose earlier version is to be shown. */
  readonly chosen: readonly string[];
  readonly account: string;
  readonly onChoose: (before: string, key: string) => void;
}

export function FrameworkCard({ versions: references, chosen, account, onChoose }: FrameworkCardProps) {
  const versions = readFragment(FrameworkCardFragment, references);
  const [newest] = versions;
  const shown = versions.find(({ key }) => chosen.includes(key)) ?? newest;
  if (!shown) return null;
  const { key, name, version, result, coverage } = shown;
  const decided = result.counts.passed + result.counts.failed;
  return (
    <section className={classes['card']} aria-label={name}>
      <div className={classes['cardHead']}>
        <Title order={2}>
          <Link to={frameworkPath(key, { account })}>{name}</Link>
        </Title>
        {versions.length > 1 ? (
          <NativeSelect
            size="xs"
            className={classes['version'] ?? ''}
            aria-label={`Version of ${name}`}
            value={key}
            onChange={({ currentTarget }) => onChoose(key, currentTarget.value)}
            data={versions.map((one) => ({
              value: one.key,
              label: one.key === newest?.key ? `${one.version} (newest)` : one.version,
            }))}
          />
        ) : (
          !name.includes(version) && <span className={classes['dim']}>{version}</span>
        )}
      </div>
      <div>
        <Score score={result.score} unit={`% of ${formatNumberOf(decided, 'decided requirement')} passed`} />
      </div>
      <StatusCounts counts={result.counts} framework={key} search={{ account }} />
      <CoverageLine coverage={coverage} framework={key} search={{ account }} />
    </section>
  );
}
