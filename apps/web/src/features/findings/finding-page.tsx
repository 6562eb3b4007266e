import { Link, useParams } from 'react-router';
import { FindingDetail } from './finding-detail.tsx';
import classes from './finding-page.module.css';

/** A finding at an address of its own, to be shared. */
export function FindingPage() {
  const { id = '' } = useParams();
  return (
    <div className={classes['page']}>
      <title>Finding · Plumbline</title>
      <Link to="/findings">All findings</Link>
      <FindingDetail key={id} id={id} />
    </div>
  );
}
