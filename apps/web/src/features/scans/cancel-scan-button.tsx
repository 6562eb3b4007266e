import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { describeError } from '../../lib/errors.ts';
import { graphql } from '../../lib/graphql.ts';

const CancelScan = graphql(`
  mutation CancelScan($input: CancelScanInput!) {
    cancelScan(input: $input) {
      scan {
        id
        status
      }
      errors {
        message
      }
    }
  }
`);

export function CancelScanButton({ scanId }: { readonly scanId: string }) {
  const [cancel, { loading, called }] = useMutation(CancelScan, {
    onCompleted: ({ cancelScan }) => {
      const [problem] = cancelScan.errors;
      if (problem) notifications.show({ color: 'red', message: problem.message });
    },
    onError: (error) => {
      notifications.show({ color: 'red', message: describeError(error).detail });
    },
  });
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={loading}
      onClick={() => void cancel({ variables: { input: { id: scanId } } })}
    >
      {called && !loading ? 'Cancelling…' : 'Cancel scan'}
    </Button>
  );
}
