import { useMutation } from '@apollo/client/react';
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
    if (problem !== null) return [plain(problem)];
    void navigate(`/scans/${scanId}`);
    return [];
  };
  const add = async (input: Input) => {
    setBusy(true);
    setProblems(await run(input).catch((error: Error) => [plain(describeError(error).detail)]));
    setBusy(false);
  };
  return { add, busy, problems };
}

function plain(message: string): AddAccountProblem {
  return { message, hint: null, path: null };
}
