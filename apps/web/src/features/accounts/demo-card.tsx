import { Button, Text } from '@mantine/core';
import { Icon } from '../../components/icons.tsx';
import { Section } from '../../components/page.tsx';
import { useAddAccount } from './use-add-account.ts';

export function DemoCard() {
  const { add, busy, problems } = useAddAccount();
  return (
    <Section title="Explore the demo account">
      <p>
        A made-up company, acme-production: well over a hundred resources in three regions, with faults to find, near
        misses and a few things that could not be read. Nothing leaves this machine.
      </p>
      <Button
        loading={busy}
        leftSection={<Icon name="play" size={16} />}
        onClick={() => void add({ provider: 'AWS', snapshot: 'fixture:acme-production' })}
      >
        Explore the demo account
      </Button>
      {problems.map(({ message, hint }) => (
        <Text key={message} role="alert" size="sm" mt="sm" c="var(--mantine-color-error)">
          {message} {hint}
        </Text>
      ))}
    </Section>
  );
}
