import { Section } from '../../components/page.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { formatExactTime, formatNumberOf } from '../../lib/format.ts';
import { graphql, readFragment, type FragmentOf, type ResultOf } from '../../lib/graphql.ts';
import { PHASE_LABELS, STATUS_LABELS } from '../../lib/labels.ts';
import classes from './scans.module.css';

export const ScanEventsFragment = graphql(`
  fragment ScanEvents on Scan {
    events(first: 200) {
      nodes {
        kind: __typename
        at
        sequence
        ... on ScanLog {
          level
          message
        }
        ... on ScanGap {
          gap {
            action
            message
          }
        }
        ... on ScanProgressed {
          progress {
            phase
            percent
            resources
          }
        }
        ... on ScanFindings {
          severityCounts {
            total
          }
        }
        ... on ScanFinished {
          scan {
            id
            status
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

type ScanEvent = ResultOf<typeof ScanEventsFragment>['events']['nodes'][number];
interface Entry {
  readonly level: string;
  readonly text: string;
}

const time = new Intl.DateTimeFormat('en', { timeStyle: 'medium', hour12: false });

export function ScanEvents({ scan }: { readonly scan: FragmentOf<typeof ScanEventsFragment> }) {
  const { nodes, pageInfo } = readFragment(ScanEventsFragment, scan).events;
  const events = nodes.filter((event, index) => !repeatsPhase(event, nodes[index - 1]));
  if (events.length === 0) return null;
  return (
    <Section title="Log" flush aside={pageInfo.hasNextPage && <span className={classes['dim']}>The first 200</span>}>
      <ScrollRegion label="Log of the scan" className={classes['logRegion']}>
        <ol className={classes['log']}>
          {events.map((event) => {
            const { level, text } = entryOf(event);
            return (
              <li key={event.sequence}>
                <time dateTime={event.at} title={formatExactTime(event.at)} className="num">
                  {time.format(new Date(event.at))}
                </time>
                <span className={classes['level']} data-level={level}>
                  {level}
                </span>
                <span>{text}</span>
              </li>
            );
          })}
        </ol>
      </ScrollRegion>
    </Section>
  );
}

/** Of the many reports of a phase only the first is worth a line. */
function repeatsPhase(event: ScanEvent, before: ScanEvent | undefined): boolean {
  return (
    event.kind === 'ScanProgressed' &&
    before?.kind === 'ScanProgressed' &&
    event.progress.phase === before.progress.phase
  );
}

function entryOf(event: ScanEvent): Entry {
  switch (event.kind) {
    case 'ScanLog':
      return { level: event.level, text: event.message };
    case 'ScanGap':
      return { level: 'WARN', text: [event.gap.action, event.gap.message].filter(Boolean).join(': ') };
    case 'ScanProgressed':
      return { level: 'INFO', text: `${PHASE_LABELS[event.progress.phase]}, ${event.progress.percent} %` };
    case 'ScanFindings':
      return { level: 'INFO', text: `${formatNumberOf(event.severityCounts.total, 'failing finding')} so far` };
    default:
      return { level: 'INFO', text: `Ended: ${STATUS_LABELS[event.scan.status]}` };
  }
}
