import { useQuery } from '@apollo/client/react';
import { Title } from '@mantine/core';
import { Audit, AuditFragment } from '../../components/audit.tsx';
import { Message } from '../../components/message.tsx';
import { LinesSkeleton } from '../../components/page-skeleton.tsx';
import { Prose } from '../../components/prose.tsx';
import { QueryError } from '../../components/query-error.tsx';
import { Remediation, RemediationFragment } from '../../components/remediation.tsx';
import { graphql } from '../../lib/graphql.ts';
import { Evidence, EvidenceFragment } from './evidence.tsx';
import { FindingFacts, FindingFactsFragment } from './finding-facts.tsx';
import { FindingHeadline, FindingHeadlineFragment } from './finding-headline.tsx';
import { MissingFacts, MissingFactsFragment } from './missing-facts.tsx';
import { Requirements, RequirementsFragment } from '../../components/requirements.tsx';
import classes from './finding-detail.module.css';

const FindingDetailQuery = graphql(
  `
    query FindingDetail($id: ID!) {
      finding(id: $id) {
        id
        ...FindingHeadline
        ...FindingFacts
        ...MissingFacts
        ...Evidence
        audit {
          ...Audit
        }
        remediation {
          ...Remediation
        }
        rule {
          id
          rationale
          ...Requirements
        }
      }
    }
  `,
  [
    AuditFragment,
    FindingHeadlineFragment,
    FindingFactsFragment,
    MissingFactsFragment,
    EvidenceFragment,
    RemediationFragment,
    RequirementsFragment,
  ],
);

interface FindingDetailProps {
  readonly id: string;
  readonly inDrawer?: boolean;
}

/** A finding whole: what is wrong, why it matters, what was seen, how to fix it. */
export function FindingDetail({ id, inDrawer = false }: FindingDetailProps) {
  const { data, error, refetch } = useQuery(FindingDetailQuery, { variables: { id } });
  if (error) return <QueryError isPage={!inDrawer} error={error} onRetry={refetch} />;
  if (!data) return <LinesSkeleton lines={14} height={24} />;
  const { finding } = data;
  if (!finding)
    return (
      <Message order={inDrawer ? 2 : 1} title="There is no such finding">
        <p>Its account may have been removed.</p>
      </Message>
    );
  const order = inDrawer ? 3 : 2;
  return (
    <article className={classes['detail']}>
      <FindingHeadline finding={finding} order={inDrawer ? 2 : 1} />
      <FindingFacts finding={finding} />
      <MissingFacts finding={finding} />
      <section>
        <Title order={order}>Why it matters</Title>
        <Prose>{finding.rule.rationale}</Prose>
      </section>
      <section>
        <Title order={order}>Evidence</Title>
        <Evidence finding={finding} />
      </section>
      <section>
        <Title order={order}>How to look by hand</Title>
        <Audit of={finding.audit} />
      </section>
      <section>
        <Title order={order}>How to fix it</Title>
        <Remediation of={finding.remediation} />
      </section>
      <section>
        <Title order={order}>Requirements</Title>
        <Requirements rule={finding.rule} />
      </section>
    </article>
  );
}
