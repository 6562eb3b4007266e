import { Link } from 'react-router';
import { DataTable } from '../../components/data-table.tsx';
import { Section } from '../../components/page.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { findingsPath } from '../../lib/finding-search.ts';
import { formatCount } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { SEVERITIES } from '../../lib/severity.ts';
import classes from './overview.module.css';

export const TopRulesFragment = graphql(`
  fragment TopRules on FindingPage {
    byRule: facets(fields: [RULE], limit: 100) {
      values {
        value
        label
        count
      }
    }
  }
`);

export const TopRuleFragment = graphql(`
  fragment TopRule on Rule {
    id
    key
    title
    severity
  }
`);

const SHOWN = 8;

interface TopRulesProps {
  readonly failing: FragmentOf<typeof TopRulesFragment>;
  readonly rules: readonly FragmentOf<typeof TopRuleFragment>[];
}

/** The rules to begin with: the worst first, among these the ones that fail most. */
export function TopRules({ failing, rules: references }: TopRulesProps) {
  const counted = readFragment(TopRulesFragment, failing).byRule[0]?.values ?? [];
  const rules = readFragment(TopRuleFragment, references);
  const top = counted
    .flatMap(({ value, count }) => {
      const rule = rules.find(({ id, key }) => key === value || id === value);
      return rule ? [{ ...rule, count }] : [];
    })
    .toSorted(
      (one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || other.count - one.count,
    )
    .slice(0, SHOWN);
  return (
    <Section title="Rules to begin with" aside={<Link to="/rules">All rules</Link>} flush>
      <DataTable
        caption="Rules that fail, worst first"
        minWidth={420}
        head={
          <>
            <th>Severity</th>
            <th>Rule</th>
            <th style={{ textAlign: 'right' }}>Findings</th>
          </>
        }
      >
        {top.map(({ key, title, severity, count }) => (
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
              <Link to={findingsPath({ rule: [key] })} aria-label={`${formatCount(count)} findings of: ${title}`}>
                {formatCount(count)}
              </Link>
            </td>
          </tr>
        ))}
      </DataTable>
    </Section>
  );
}
