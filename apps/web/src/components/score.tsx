import { formatScore } from '../lib/format.ts';
import classes from './score.module.css';

interface ScoreProps {
  /** 0 to 100; null where nothing is decided yet. */
  readonly score: number | null;
  readonly unit: string;
}

/** A score in large figures. */
export function Score({ score, unit }: ScoreProps) {
  if (score === null) return <span className={classes['none']}>No score yet</span>;
  return (
    <span className={classes['score']}>
      <span className="num">{formatScore(score)}</span>
      <span className={classes['unit']}>{unit}</span>
    </span>
  );
}
