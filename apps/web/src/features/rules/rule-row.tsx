import { Link } from 'react-router';
import { SeverityCounts, SeverityCountsFragment } from '../../components/severity-counts.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { serviceLabel } from '../../lib/labels.ts';
import { CustomMark } from './custom-mark.tsx';
import classes from './rules.module.css';

export const RuleRowFragment = graphql(
  `
    fragment RuleRow on Rule {
      id
      key
      source
      title
      severity
      service
      openFindings {
        ...SeverityCounts
      }
    }
  `,
  [SeverityCountsFragment],
);

export function RuleRow({ rule: reference }: { readonly rule: FragmentOf<typeof RuleRowFragment> }) {
  const { key, source, title, severity, service, openFindings } = readFragment(RuleRowFragment, reference);
  return (
    <tr>
      <td>
        <SeverityMark severity={severity} />
      </td>
      <td>
        <Link to={`/rules/${key}`} className={classes['title']}>
          {title}
        </Link>
        <div className={`mono ${classes['dim']}`}>
          {key} <CustomMark source={source} />
        </div>
      </td>
      <td>{serviceLabel(service)}</td>
      <td>
        <SeverityCounts counts={openFindings} search={{ rule: [key] }} />
      </td>
    </tr>
  );
}
