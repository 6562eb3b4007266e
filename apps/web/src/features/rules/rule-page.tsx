import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { Audit, AuditFragment } from '../../components/audit.tsx';
import { Message } from '../../components/message.tsx';
import { Page, Section } from '../../components/page.tsx';
import { PageSkeleton } from '../../components/page-skeleton.tsx';
import { Prose } from '../../components/prose.tsx';
import { QueryError } from '../../components/query-error.tsx';
import { Remediation, RemediationFragment } from '../../components/remediation.tsx';
import { Requirements, RequirementsFragment } from '../../components/requirements.tsx';
import { SeverityCounts, SeverityCountsFragment } from '../../components/severity-counts.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { findingsPath } from '../../lib/finding-search.ts';
import { formatNumberOf } from '../../lib/format.ts';
import { graphql } from '../../lib/graphql.ts';
import { steps } from '../../lib/prose.ts';
import { CustomMark } from './custom-mark.tsx';
import { RuleExamples, RuleExamplesFragment } from './rule-examples.tsx';
import { RuleFacts, RuleFactsFragment } from './rule-facts.tsx';
import classes from './rules.module.css';

const RulePageQuery = graphql(
  `
    query RulePage($key: ID!) {
      rule(id: $key) {
        id
        key
        source
        title
        severity
        description
        rationale
        attack
        audit {
          ...Audit
        }
        openFindings {
          total
          ...SeverityCounts
        }
        remediation {
          ...Remediation
        }
        verification
        ...RuleExamples
        ...Requirements
        ...RuleFacts
      }
    }
  `,
  [
    AuditFragment,
    SeverityCountsFragment,
    RemediationFragment,
    RequirementsFragment,
    RuleExamplesFragment,
    RuleFactsFragment,
  ],
);

export function RulePage() {
  const { key = '' } = useParams();
  const { data, error, refetch } = useQuery(RulePageQuery, { variables: { key } });
  if (error) return <QueryError isPage error={error} onRetry={refetch} />;
  if (!data) return <PageSkeleton />;
  const { rule } = data;
  if (!rule)
    return (
      <Message order={1} title="There is no such rule" actions={<Link to="/rules">All rules</Link>}>
        <p className="mono">{key}</p>
      </Message>
    );
  const { openFindings } = rule;
  return (
    <Page
      title={rule.title}
      above={<Link to="/rules">All rules</Link>}
      lead={
        <span className={classes['marks']}>
          <SeverityMark severity={rule.severity} />
          <span className="mono">{rule.key}</span>
          <CustomMark source={rule.source} />
        </span>
      }
      actions={
        openFindings.total > 0 && (
          <Button component={Link} to={findingsPath({ rule: [rule.key] })}>
            {formatNumberOf(openFindings.total, 'open finding')}
          </Button>
        )
      }
    >
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <Section title="What is checked">
            <Prose>{rule.description}</Prose>
          </Section>
          <Section title="Why it matters">
            <Prose>{rule.rationale}</Prose>
          </Section>
          <Section title="How it is used">
            <Prose>{rule.attack}</Prose>
          </Section>
          <Section title="How to look by hand">
            <Audit of={rule.audit} />
          </Section>
          <Section title="How to fix it">
            <Remediation of={rule.remediation} />
          </Section>
          <Section title="How to verify the fix">
            <Prose>{steps(rule.verification)}</Prose>
          </Section>
          <RuleExamples rule={rule} />
        </div>
        <div className={classes['column']}>
          <Section title="Open findings">
            <SeverityCounts counts={openFindings} search={{ rule: [rule.key] }} />
          </Section>
          <Section title="Requirements">
            <Requirements rule={rule} />
          </Section>
          <RuleFacts rule={rule} />
        </div>
      </div>
    </Page>
  );
}
