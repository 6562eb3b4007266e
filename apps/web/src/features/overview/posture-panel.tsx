import { Link } from 'react-router';
import { Section } from '../../components/page.tsx';
import { Score } from '../../components/score.tsx';
import { findingsPath } from '../../lib/finding-search.ts';
import { formatNumberOf, formatScore } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { serviceLabel } from '../../lib/labels.ts';
import { SEVERITIES, SEVERITY_LABELS } from '../../lib/severity.ts';
import { ScoreParts, ScorePartsFragment } from './score-parts.tsx';
import classes from './posture.module.css';

export const PosturePanelFragment = graphql(
  `
    fragment PosturePanel on Posture {
      score
      confidence
      formula
      unscannedAccounts
      bySeverity: breakdown(by: SEVERITY) {
        ...ScoreParts
      }
      byService: breakdown(by: SERVICE) {
        ...ScoreParts
      }
    }
  `,
  [ScorePartsFragment],
);

/** The score, how sure it is, and where the points go. */
export function PosturePanel({ posture: reference }: { readonly posture: FragmentOf<typeof PosturePanelFragment> }) {
  const posture = readFragment(PosturePanelFragment, reference);
  const { score, confidence, formula, unscannedAccounts, bySeverity, byService } = posture;
  return (
    <Section title="Posture score" aside={<Link to="/compliance">Compliance</Link>}>
      <div className={classes['panel']}>
        <div className={classes['whole']}>
          <Score score={score} unit="of 100" />
          {confidence !== null && (
            <p>
              <Link to={findingsPath({ result: ['UNKNOWN'] })}>{formatScore(confidence * 100)}% confidence</Link>: the
              share of evaluations that had all they needed.
            </p>
          )}
          {unscannedAccounts > 0 && (
            <p>
              <Link to="/accounts">{formatNumberOf(unscannedAccounts, 'account')}</Link> without a finished scan: the
              score says nothing of {unscannedAccounts === 1 ? 'it' : 'them'}.
            </p>
          )}
          <details>
            <summary>How it comes about</summary>
            <p>{formula}</p>
          </details>
        </div>
        {score !== null && (
          <>
            <ScoreParts
              title="Points lost, by severity of the rule"
              parts={bySeverity}
              lookOf={(key) => {
                const severity = SEVERITIES.find((one) => one === key);
                return {
                  label: severity ? SEVERITY_LABELS[severity] : key,
                  to: `/rules?severity=${key.toLowerCase()}`,
                };
              }}
            />
            <ScoreParts
              title="Points lost, by service"
              parts={byService}
              lookOf={(key) => ({ label: serviceLabel(key), to: findingsPath({ service: [key] }) })}
            />
          </>
        )}
      </div>
    </Section>
  );
}
