import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useScanSession } from '../../lib/scan-session.tsx';

export interface ScanTarget {
  readonly id: string;
  readonly name: string;
  readonly externalId: string;
}

interface StartScanFormProps {
  readonly accounts: readonly ScanTarget[];
  readonly onStarted: () => void;
}

/** Chooses the accounts to scan; all of them to begin with. */
export function StartScanForm({ accounts, onStarted }: StartScanFormProps) {
  const { start } = useScanSession();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const chosen = accounts.filter(({ id }) => !left.includes(id));

  const run = async () => {
    setStarting(true);
    const started = await start(chosen.length === accounts.length ? undefined : chosen.map(({ id }) => id));
    setStarting(false);
    setProblem(started.problem);
    if (started.problem === null) onStarted();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <Stack gap="sm">
        <Checkbox.Group
          label="Accounts to scan"
          value={chosen.map(({ id }) => id)}
          onChange={(ids) => setLeft(accounts.map(({ id }) => id).filter((id) => !ids.includes(id)))}
        >
          <Stack gap={6} mt={6} mah={220} style={{ overflowY: 'auto' }}>
            {accounts.map(({ id, name, externalId }) => (
              <Checkbox key={id} value={id} size="xs" label={name} description={externalId} />
            ))}
          </Stack>
        </Checkbox.Group>
        {problem && (
          <Text role="alert" size="sm" c="var(--mantine-color-error)">
            {problem}
          </Text>
        )}
        <Button type="submit" loading={starting} disabled={chosen.length === 0} data-autofocus>
          {chosen.length === accounts.length && accounts.length > 1 ? 'Scan all accounts' : 'Start scan'}
        </Button>
      </Stack>
    </form>
  );
}
