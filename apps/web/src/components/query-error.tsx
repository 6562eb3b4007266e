import { Button } from '@mantine/core';
import { describeError } from '../lib/errors.ts';
import { Message } from './message.tsx';

interface QueryErrorProps {
  readonly error: Error;
  readonly onRetry: () => unknown;
}

export function QueryError({ error, onRetry }: QueryErrorProps) {
  const { title, detail } = describeError(error);
  return (
    <div role="alert">
      <Message title={title} actions={<Button onClick={() => void onRetry()}>Try again</Button>}>
        <p>{detail}</p>
      </Message>
    </div>
  );
}
