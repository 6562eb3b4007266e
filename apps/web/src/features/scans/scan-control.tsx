import { Button, Group, Popover, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../components/icons.tsx';
import { PHASE_LABELS } from '../../lib/labels.ts';
import { useScanSession } from '../../lib/scan-session.tsx';
import { CancelScanButton } from './cancel-scan-button.tsx';
import { ScanProgress } from './scan-progress.tsx';
import classes from './scan-progress.module.css';
import { StartScanForm, type ScanTarget } from './start-scan-form.tsx';

/** The button in the header: starts a scan; while one runs, tells how it goes. What it opens shuts when the scan ends. */
export function ScanControl({ accounts }: { readonly accounts: readonly ScanTarget[] }) {
  const { scanId, watch } = useScanSession();
  const panel = scanId ? 'progress' : 'form';
  const [wanted, setWanted] = useState<'progress' | 'form' | null>(null);
  const opened = wanted === panel;
  const percent = watch.progress?.percent ?? 0;
  return (
    <>
      <Popover
        opened={opened}
        onChange={(open) => setWanted(open ? panel : null)}
        position="bottom-end"
        width={340}
        shadow="md"
        trapFocus
        returnFocus
        withRoles
      >
        <Popover.Target>
          <Button
            size="sm"
            leftSection={<Icon name={scanId ? 'scans' : 'play'} size={16} />}
            variant={scanId ? 'default' : 'filled'}
            onClick={() => setWanted(opened ? null : panel)}
          >
            <span className="num">{scanId ? `Scanning ${percent} %` : 'Run scan'}</span>
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={scanId ? 'Scan under way' : 'Run a scan'}>
          {scanId ? (
            <div ref={takeFocus} tabIndex={-1} className={classes['panel']}>
              <ScanProgress watch={watch} />
              <Group justify="space-between" mt="md">
                <Link to={`/scans/${scanId}`} onClick={() => setWanted(null)}>
                  Open this scan
                </Link>
                <CancelScanButton scanId={scanId} />
              </Group>
            </div>
          ) : (
            <StartScanForm accounts={accounts} onStarted={() => setWanted('progress')} />
          )}
        </Popover.Dropdown>
      </Popover>
      <VisuallyHidden component="output">
        {scanId ? `Scan: ${PHASE_LABELS[watch.progress?.phase ?? 'WAITING']}, ${percent - (percent % 25)} percent` : ''}
      </VisuallyHidden>
    </>
  );
}

/** The form that had the focus is gone when the progress takes its place. */
function takeFocus(panel: HTMLElement | null): void {
  panel?.focus();
}
