import { useQuery } from '@apollo/client/react';
import { Page, Section } from '../../components/page.tsx';
import { graphql } from '../../lib/graphql.ts';
import { DemoCard } from './demo-card.tsx';
import { SnapshotForm } from './snapshot-form.tsx';
import classes from './accounts.module.css';

const FirstScanQuery = graphql(`
  query FirstScan {
    serverInfo {
      ruleCount
      snapshotDirectory
    }
  }
`);

/** What an installation without accounts shows in the place of every list: the way to a first scan. */
export function FirstScan() {
  const { data } = useQuery(FirstScanQuery);
  return (
    <div className={classes['first']}>
      <Page
        title="Welcome"
        heading="See what is out of true"
        lead={`Plumbline holds a cloud account against ${data ? `${data.serverInfo.ruleCount} rules` : 'its rules'}: what is wrong, why it matters, and how to fix it. Nothing has been scanned yet; begin with one of these.`}
      >
        <div className={classes['ways']}>
          <DemoCard />
          <Section title="Load a snapshot of your own">
            <SnapshotForm directory={data?.serverInfo.snapshotDirectory ?? '…'} />
          </Section>
        </div>
      </Page>
    </div>
  );
}
