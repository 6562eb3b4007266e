import { Button } from '@mantine/core';
import { Link, useRouteError } from 'react-router';
import { Message } from '../components/message.tsx';

export function NotFoundPage() {
  return (
    <>
      <title>Not found · Plumbline</title>
      <Message
        order={1}
        title="There is no such page"
        actions={
          <>
            <Button component={Link} to="/">
              To the overview
            </Button>
            <Button component={Link} to="/findings" variant="default">
              To the findings
            </Button>
          </>
        }
      >
        <p>The address may be mistyped, or what it named is gone.</p>
      </Message>
    </>
  );
}

/** A fault of ours: the page threw, or a part of it could not be loaded. */
export function CrashPage() {
  const error = useRouteError();
  return (
    <div role="alert">
      <title>Fault · Plumbline</title>
      <Message title="This page has broken" actions={<Button onClick={() => location.reload()}>Load it again</Button>}>
        <p>
          The fault is in Plumbline, not in your data. Loading the page again often helps; a newer version may have been
          installed meanwhile.
        </p>
        <p className="mono">{error instanceof Error ? error.message : 'No further details.'}</p>
      </Message>
    </div>
  );
}
