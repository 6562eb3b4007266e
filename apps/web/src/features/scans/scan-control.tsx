import { Anchor, Button, Group, Popover, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../components/icons.tsx';
import { PHASE_LABELS } from '../../lib/labels.ts';
import { useScanSession } from '../../lib/scan-session.tsx';
import { CancelScanButton } from './cancel-scan-button.tsx';
import { ScanProgress } from './scan-progress.tsx';
import { StartScanForm, type ScanTarget } from './start-scan-form.tsx';

/** The button in the header: starts a scan; while one runs, tells how it goes. */
export function ScanControl({ accounts }: { readonly accounts: readonly ScanTarget[] }) {
  const { scanId, watch } = useScanSession();
  const [opened, setOpened] = useState(false);
  const percent = watch.progress?.percent ?? 0;
  return (
    <>
      <Popover
        opened={opened}
        onChange={setOpened}
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
            onClick={() => setOpened(!opened)}
          >
            <span className="num">{scanId ? `Scanning ${percent} %` : 'Run scan'}</span>
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={scanId ? 'Scan under way' : 'Run a scan'}>
          {scanId ? (
            <>
              <ScanProgress watch={watch} />
              <Group justify="space-between" mt="md">
                <Anchor component={Link} to={`/scans/${scanId}`} size="sm" onClick={() => setOpened(false)}>
                  Open this scan
                </Anchor>
                <CancelScanButton scanId={scanId} />
              </Group>
            </>
          ) : (
            <StartScanForm accounts={accounts} />
          )}
        </Popover.Dropdown>
      </Popover>
      <VisuallyHidden component="output">
        {scanId ? `Scan: ${PHASE_LABELS[watch.progress?.phase ?? 'WAITING']}, ${percent - (percent % 25)} percent` : ''}
      </VisuallyHidden>
    </>
  );
}
