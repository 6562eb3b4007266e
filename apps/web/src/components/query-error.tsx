import { Button } from '@mantine/core';
import { describeError } from '../lib/errors.ts';
import { Message } from './message.tsx';

interface QueryErrorProps {
  readonly error: Error;
  readonly onRetry: () => unknown;
  /** True where a whole page is missing, not a part of one. */
  readonly isPage?: boolean;
}

export function QueryError({ error, onRetry, isPage = false }: QueryErrorProps) {
  const { title, detail } = describeError(error);
  return (
    <div role="alert">
      <Message title={title} order={isPage ? 1 : 2} actions={<Button onClick={() => void onRetry()}>Try again</Button>}>
        <p>{detail}</p>
      </Message>
    </div>
  );
}
