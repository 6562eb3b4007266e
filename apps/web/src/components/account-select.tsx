import { NativeSelect } from '@mantine/core';
import { graphql, readFragment, type FragmentOf } from '../lib/graphql.ts';

export const AccountOptionFragment = graphql(`
  fragment AccountOption on Account {
    id
    name
    externalId
  }
`);

interface AccountSelectProps {
  readonly accounts: readonly FragmentOf<typeof AccountOptionFragment>[];
  /** The cloud's own id; empty for all. */
  readonly value: string;
  readonly onChange: (externalId: string) => void;
}

/** Whose results to show. Nothing to choose with one account. */
export function AccountSelect({ accounts: references, value, onChange }: AccountSelectProps) {
  const accounts = readFragment(AccountOptionFragment, references);
  if (accounts.length < 2) return null;
  return (
    <NativeSelect
      label="Account"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[
        { value: '', label: 'All accounts' },
        ...accounts.map(({ name, externalId }) => ({ value: externalId, label: `${name} (${externalId})` })),
      ]}
    />
  );
}
