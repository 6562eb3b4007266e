import { useApolloClient, useMutation } from '@apollo/client/react';
import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { describeError } from './errors.ts';
import { graphql, type ResultOf } from './graphql.ts';
import type { FinishedScan, ScanWatch } from './scan-watch.ts';
import { useScanWatch } from './use-scan-watch.ts';

const StartScan = graphql(`
  mutation StartScan($input: StartScanInput!) {
    startScan(input: $input) {
      scan {
        id
      }
      errors {
        message
        hint
      }
    }
  }
`);

interface ScanSession {
  /** The scan under way that this page follows, if any. */
  readonly scanId: string | null;
  readonly watch: ScanWatch;
  /** Scans that ended while the page was open. */
  readonly finished: number;
  /** Starts a scan, of all accounts when none are named. */
  readonly start: (accounts?: readonly string[]) => Promise<Started>;
}

/** The scan that was started, or what stood against it. */
export type Started =
  { readonly scanId: string; readonly problem: null } | { readonly scanId: null; readonly problem: string };

const Context = createContext<ScanSession | null>(null);

interface ScanSessionProviderProps {
  /** A scan that runs already, started elsewhere. */
  readonly runningId: string | null;
  readonly onFinished: (scan: FinishedScan) => void;
  readonly children: ReactNode;
}

/** Lists whose rows must not move while someone reads them: they offer the news instead. */
const CALM_QUERIES = new Set(['FindingsPage']);

export function ScanSessionProvider({ runningId, onFinished, children }: ScanSessionProviderProps) {
  const client = useApolloClient();
  const [mutate] = useMutation(StartScan);
  const [startedId, setStartedId] = useState<string | null>(null);
  const [finishedIds, setFinishedIds] = useState<readonly string[]>([]);
  const candidates = [startedId, runningId];
  const scanId = candidates.find((id) => id !== null && !finishedIds.includes(id)) ?? null;
  const watch = useScanWatch(scanId, (scan) => {
    setFinishedIds((ids) => [...ids, scan.id]);
    onFinished(scan);
    void client.refetchQueries({
      include: 'active',
      onQueryUpdated: ({ queryName }) => !CALM_QUERIES.has(queryName ?? ''),
    });
  });

  const session = useMemo<ScanSession>(
    () => ({
      scanId,
      watch,
      finished: finishedIds.length,
      start: async (accounts) => {
        const started = await mutate({ variables: { input: accounts ? { accounts: [...accounts] } : {} } }).then(
          ({ data }) => outcome(data?.startScan),
          (error: Error) => ({ scanId: null, problem: describeError(error).detail }),
        );
        if (started.scanId !== null) setStartedId(started.scanId);
        return started;
      },
    }),
    [scanId, watch, finishedIds.length, mutate],
  );
  return <Context value={session}>{children}</Context>;
}

export function useScanSession(): ScanSession {
  const session = use(Context);
  if (!session) throw new Error('useScanSession needs a ScanSessionProvider above it.');
  return session;
}

function outcome(payload: ResultOf<typeof StartScan>['startScan'] | undefined): Started {
  if (payload?.scan) return { scanId: payload.scan.id, problem: null };
  const [problem] = payload?.errors ?? [];
  return {
    scanId: null,
    problem: [problem?.message ?? 'The scan did not start.', problem?.hint].filter(Boolean).join(' '),
  };
}
