import { Progress } from '@mantine/core';
import { formatCount } from '../../lib/format.ts';
import { PHASE_LABELS } from '../../lib/labels.ts';
import type { ScanWatch } from '../../lib/scan-watch.ts';
import { SEVERITIES, SEVERITY_LABELS, severityField } from '../../lib/severity.ts';
import { SeverityShape } from '../../components/severity-mark.tsx';
import classes from './scan-progress.module.css';

/** How far a scan is, what it reads just now, what it has found, and what it could not read. */
export function ScanProgress({ watch }: { readonly watch: ScanWatch }) {
  const { progress, counts, gaps } = watch;
  const phase = PHASE_LABELS[progress?.phase ?? 'WAITING'];
  const percent = progress?.percent ?? 0;
  return (
    <div>
      <div className={classes['line']}>
        <span>{phase}</span>
        <strong className="num">{percent} %</strong>
      </div>
      <Progress
        color="var(--pl-accent)"
        value={percent}
        aria-label="Progress of the scan"
        my={6}
        animated={false}
        transitionDuration={200}
      />
      <div className={classes['line']}>
        <span className={`mono ${classes['current']}`}>{progress?.current ?? ' '}</span>
        <span className="num">{formatCount(progress?.resources ?? 0)} resources</span>
      </div>
      <ul className={classes['counts']} aria-label="Found so far">
        {SEVERITIES.map((severity) => (
          <li key={severity}>
            <SeverityShape severity={severity} />
            <span>{SEVERITY_LABELS[severity]}</span>
            <span className="num">{formatCount(counts?.[severityField(severity)] ?? 0)}</span>
          </li>
        ))}
      </ul>
      {gaps.length > 0 && (
        <details className={classes['gaps']}>
          <summary>{gaps.length} could not be read</summary>
          <ul>
            {gaps.map(({ action, message, service, region }, index) => (
              <li key={index}>
                <span className="mono">{action ?? [service, region].filter(Boolean).join(' ')}</span> {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
