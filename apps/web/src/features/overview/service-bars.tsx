import { Link } from 'react-router';
import { Section } from '../../components/page.tsx';
import { findingsPath } from '../../lib/finding-search.ts';
import { formatCount } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { serviceLabel } from '../../lib/labels.ts';
import classes from './overview.module.css';

export const ServiceBarsFragment = graphql(`
  fragment ServiceBars on FindingPage {
    byService: facets(fields: [SERVICE], limit: 12) {
      values {
        value
        label
        count
      }
    }
  }
`);

/** Failing findings by service; the bars say nothing that the numbers do not. */
export function ServiceBars({ failing }: { readonly failing: FragmentOf<typeof ServiceBarsFragment> }) {
  const values = readFragment(ServiceBarsFragment, failing).byService[0]?.values ?? [];
  const most = Math.max(...values.map(({ count }) => count), 1);
  return (
    <Section title="By service">
      <ul className={classes['bars']}>
        {values.map(({ value, count }) => (
          <li key={value}>
            <Link to={findingsPath({ service: [value] })} className={classes['bar']}>
              <span className={classes['barName']}>{serviceLabel(value)}</span>
              <span className={classes['track']}>
                <span className={classes['fill']} style={{ width: `${(100 * count) / most}%` }} />
              </span>
              <span className="num">{formatCount(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
