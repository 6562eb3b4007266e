import { Link } from 'react-router';
import { Notice } from '../components/message.tsx';
import classes from './shell.module.css';

interface BannersProps {
  readonly demo: boolean;
  /** True where a page is shown although there is no account yet. */
  readonly empty: boolean;
}

/** What holds for every page. */
export function Banners({ demo, empty }: BannersProps) {
  if (!demo && !empty) return null;
  return (
    <div className={classes['banners']}>
      {demo && (
        <Notice tone="info" title="Demo data">
          <p>
            The demo account is made up. <Link to="/accounts">Load a snapshot of your own</Link> to see what holds for
            you.
          </p>
        </Notice>
      )}
      {empty && (
        <Notice tone="info" title="Nothing has been scanned yet">
          <p>
            <Link to="/">Run a first scan</Link> to see what these rules find: of the demo account, or of a snapshot of
            yours.
          </p>
        </Notice>
      )}
    </div>
  );
}
