import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { Icon } from './icons.tsx';

const DELAY_MS = 250;

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Text to search for: told after a pause in typing, at once on clearing. `/` leads to it. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  // The address changed by other means than typing, such as "clear filters" or the back button.
  if (value !== told) {
    setTold(value);
    setTyped(value);
  }
  const tell = (text: string) => {
    setTold(text);
    onChange(text);
  };
  const tellLater = useDebouncedCallback(tell, DELAY_MS);
  useHotkeys([['/', () => input.current?.focus()]]);
  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={label}
      placeholder={`${label}  ( / )`}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        tellLater(currentTarget.value);
      }}
      // Told later, it would call back whoever types and goes on to another page at once.
      onBlur={() => tellLater.flush()}
      leftSection={<Icon name="search" size={16} />}
      rightSection={
        typed !== '' && (
          <CloseButton
            size="sm"
            aria-label="Clear search"
            onClick={() => {
              setTyped('');
              tell('');
              input.current?.focus();
            }}
          />
        )
      }
    />
  );
}
