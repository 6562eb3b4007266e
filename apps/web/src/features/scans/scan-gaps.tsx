import { Button } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { Section } from '../../components/page.tsx';
import { formatNumberOf } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { GAP_LABELS, serviceLabel } from '../../lib/labels.ts';
import classes from './scans.module.css';

export const ScanGapsFragment = graphql(`
  fragment ScanGaps on Scan {
    status
    gaps {
      kind
      service
      region
      action
      message
      hint
      affectedRules
      account {
        id
        name
      }
    }
  }
`);

const SHOWN_AT_FIRST = 50;
const COLUMNS = ['What', 'Where', 'Why', 'Rules without an answer'];

/** What a scan could not read, what it costs, and what to do about it. */
export function ScanGaps({ scan }: { readonly scan: FragmentOf<typeof ScanGapsFragment> }) {
  const { status, gaps } = readFragment(ScanGapsFragment, scan);
  const [all, setAll] = useState(false);
  const shown = all ? gaps : gaps.slice(0, SHOWN_AT_FIRST);
  if (gaps.length === 0 && status !== 'SUCCEEDED') return null;
  if (gaps.length === 0)
    return (
      <Section title="Gaps">
        <span className={classes['dim']}>Everything that the rules need could be read.</span>
      </Section>
    );
  return (
    <Section title={`Gaps: ${formatNumberOf(gaps.length, 'thing')} could not be read`} flush>
      <DataTable
        caption="Gaps"
        minWidth={760}
        head={COLUMNS.map((column) => (
          <th key={column}>{column}</th>
        ))}
      >
        {shown.map(({ kind, service, region, action, message, hint, affectedRules, account }, index) => (
          <tr key={index}>
            <td>
              <div className="mono">{action ?? '–'}</div>
              <div className={classes['dim']}>{GAP_LABELS[kind]}</div>
            </td>
            <td>
              <div>{[service && serviceLabel(service), region].filter(Boolean).join(', ') || '–'}</div>
              <div className={classes['dim']}>{account.name}</div>
            </td>
            <td>
              <div>{message}</div>
              {hint && <div className={classes['dim']}>{hint}</div>}
            </td>
            <td className="num">{affectedRules}</td>
          </tr>
        ))}
      </DataTable>
      {shown.length < gaps.length && (
        <div className={classes['more']}>
          <Button variant="default" size="compact-sm" onClick={() => setAll(true)}>
            Show all {gaps.length}
          </Button>
        </div>
      )}
    </Section>
  );
}
