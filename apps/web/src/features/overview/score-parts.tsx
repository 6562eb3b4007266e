import { Link } from 'react-router';
import { formatPoints } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import classes from './posture.module.css';

export const ScorePartsFragment = graphql(`
  fragment ScoreParts on ScorePart {
    key
    lost
  }
`);

interface ScorePartsProps {
  readonly title: string;
  readonly parts: readonly FragmentOf<typeof ScorePartsFragment>[];
  readonly lookOf: (key: string) => { readonly label: string; readonly to: string };
}

/** Where the points go; the bars say nothing that the numbers do not. */
export function ScoreParts({ title, parts: references, lookOf }: ScorePartsProps) {
  const parts = readFragment(ScorePartsFragment, references);
  const most = Math.max(...parts.map(({ lost }) => lost), 1);
  return (
    <div>
      <h3 className={classes['title']}>{title}</h3>
      <ul className={classes['parts']}>
        {parts.map(({ key, lost }) => {
          const { label, to } = lookOf(key);
          return (
            <li key={key}>
              <Link to={to}>
                <span>{label}</span>
                <span className={classes['track']}>
                  <span className={classes['fill']} style={{ width: `${(100 * lost) / most}%` }} />
                </span>
                <span className="num">{formatPoints(lost)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
