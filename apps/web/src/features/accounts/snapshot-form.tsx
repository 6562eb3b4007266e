import { Button, Code, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAddAccount, type AddAccountProblem } from './use-add-account.ts';

const FIELDS = ['snapshot', 'name'];

/** Adds an account from a snapshot, and scans it. */
export function SnapshotForm({ directory }: { readonly directory: string }) {
  const { add, busy, problems } = useAddAccount();
  const [snapshot, setSnapshot] = useState('');
  const [name, setName] = useState('');
  const others = problems.filter(({ path }) => !FIELDS.includes(path?.at(-1) ?? ''));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add({ provider: 'AWS', snapshot: snapshot.trim(), ...(name.trim() !== '' && { name: name.trim() }) });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label="Snapshot"
          required
          description={
            <>
              A file name inside <Code>{directory}</Code>, or <Code>s3://bucket/key</Code>.
            </>
          }
          placeholder="production.ndjson.gz"
          value={snapshot}
          onChange={({ currentTarget }) => setSnapshot(currentTarget.value)}
          error={problemAt(problems, 'snapshot')}
        />
        <TextInput
          label="Name"
          description="To show here; that of the snapshot when left empty."
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={problemAt(problems, 'name')}
        />
        {others.map((problem) => (
          <Text key={problem.message} role="alert" size="sm" c="var(--mantine-color-error)">
            {textOf(problem)}
          </Text>
        ))}
        <div>
          <Button type="submit" loading={busy} disabled={snapshot.trim() === ''}>
            Load and scan
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function problemAt(problems: readonly AddAccountProblem[], field: string): string | null {
  const here = problems.filter(({ path }) => path?.at(-1) === field);
  return here.length === 0 ? null : here.map(textOf).join(' ');
}

function textOf({ message, hint }: AddAccountProblem): string {
  return [message, hint].filter(Boolean).join(' ');
}
