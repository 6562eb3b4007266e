import { Link } from 'react-router';
import { DataTable } from '../../components/data-table.tsx';
import { Section } from '../../components/page.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { findingsPath } from '../../lib/finding-search.ts';
import { formatCount, formatGain } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import classes from './overview.module.css';

export const TopActionsFragment = graphql(`
  fragment TopActions on Posture {
    topActions(first: 8) {
      findings
      gain
      rule {
        id
        key
        title
        severity
      }
    }
  }
`);

/** The fixes that raise the score most. */
export function TopActions({ posture }: { readonly posture: FragmentOf<typeof TopActionsFragment> }) {
  const { topActions } = readFragment(TopActionsFragment, posture);
  return (
    <Section title="Fix these first" aside={<Link to="/rules">All rules</Link>} flush>
      <DataTable
        caption="Fixes that raise the score most"
        minWidth={480}
        head={
          <>
            <th>Severity</th>
            <th>Rule</th>
            <th style={{ textAlign: 'right' }}>Findings</th>
            <th style={{ textAlign: 'right' }}>If you fix this</th>
          </>
        }
      >
        {topActions.map(({ findings, gain, rule: { key, title, severity } }) => (
          <tr key={key}>
            <td>
              <SeverityMark severity={severity} />
            </td>
            <td>
              <Link to={`/rules/${key}`} className={classes['rule']}>
                {title}
              </Link>
            </td>
            <td className="num" style={{ textAlign: 'right' }}>
              <Link to={findingsPath({ rule: [key] })} aria-label={`${formatCount(findings)} findings of: ${title}`}>
                {formatCount(findings)}
              </Link>
            </td>
            <td className="num" style={{ textAlign: 'right' }}>
              <Link
                to={findingsPath({ rule: [key] })}
                aria-label={`${formatGain(gain)} points if you fix this: ${title}`}
              >
                {formatGain(gain)}
              </Link>
            </td>
          </tr>
        ))}
      </DataTable>
    </Section>
  );
}
