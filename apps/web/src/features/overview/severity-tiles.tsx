import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { severityColour, SeverityShape } from '../../components/severity-mark.tsx';
import { findingsPath } from '../../lib/finding-search.ts';
import { formatCount } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { RESULT_LABELS } from '../../lib/labels.ts';
import { SEVERITIES, SEVERITY_LABELS, severityField } from '../../lib/severity.ts';
import classes from './overview.module.css';

export const SeverityTilesFragment = graphql(`
  fragment SeverityTiles on FindingPage {
    severityCounts {
      critical
      high
      medium
      low
      info
    }
  }
`);

interface SeverityTilesProps {
  readonly failing: FragmentOf<typeof SeverityTilesFragment>;
  /** Findings that could not be evaluated. */
  readonly unevaluated: number;
}

export function SeverityTiles({ failing, unevaluated }: SeverityTilesProps) {
  const { severityCounts } = readFragment(SeverityTilesFragment, failing);
  return (
    <ul className={classes['tiles']} aria-label="Open findings by severity">
      {SEVERITIES.map((severity) => (
        <Tile
          key={severity}
          to={findingsPath({ severity: [severity] })}
          colour={severityColour(severity)}
          name={
            <>
              <SeverityShape severity={severity} />
              {SEVERITY_LABELS[severity]}
            </>
          }
          count={severityCounts[severityField(severity)]}
        />
      ))}
      <Tile
        to={findingsPath({ result: ['UNKNOWN'] })}
        colour="var(--pl-border-strong)"
        name={RESULT_LABELS.UNKNOWN}
        count={unevaluated}
      />
    </ul>
  );
}

interface TileProps {
  readonly to: string;
  readonly colour: string;
  readonly name: ReactNode;
  readonly count: number;
}

function Tile({ to, colour, name, count }: TileProps) {
  return (
    <li>
      <Link
        to={to}
        className={[classes['tile'], count === 0 && classes['zero']].filter(Boolean).join(' ')}
        style={{ '--tile-colour': colour }}
      >
        <span className={classes['tileName']}>{name}</span>
        <span className={`num ${classes['tileCount']}`}>{formatCount(count)}</span>
      </Link>
    </li>
  );
}
