import { useApolloClient, useMutation } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { describeError } from '../../lib/errors.ts';
import { graphql, type ResultOf, type VariablesOf } from '../../lib/graphql.ts';
import { useScanSession } from '../../lib/scan-session.tsx';

const AddAccount = graphql(`
  mutation AddAccount($input: AddAccountInput!) {
    addAccount(input: $input) {
      account {
        id
      }
      errors {
        message
        hint
        path
      }
    }
  }
`);

export type AddAccountProblem = ResultOf<typeof AddAccount>['addAccount']['errors'][number];
type Input = VariablesOf<typeof AddAccount>['input'];

/** Adds an account, scans it at once, and goes to where the scan can be watched. */
export function useAddAccount() {
  const client = useApolloClient();
  const [mutate] = useMutation(AddAccount);
  const { start } = useScanSession();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly AddAccountProblem[]>([]);

  const run = async (input: Input): Promise<readonly AddAccountProblem[]> => {
    const { data } = await mutate({ variables: { input } });
    const account = data?.addAccount.account;
    if (!account) return data?.addAccount.errors ?? [];
    const { scanId, problem } = await start([account.id]);
    // The shell leads every page to a first scan until it knows of an account.
    await client.refetchQueries({ include: ['Shell'] });
    if (problem !== null) notifications.show({ color: 'red', title: 'The scan did not start', message: problem });
    void navigate(scanId === null ? '/accounts' : `/scans/${scanId}`);
    return [];
  };
  const add = async (input: Input) => {
    setBusy(true);
    setProblems(
      await run(input).catch((error: Error) => [{ message: describeError(error).detail, hint: null, path: null }]),
    );
    setBusy(false);
  };
  return { add, busy, problems };
}
