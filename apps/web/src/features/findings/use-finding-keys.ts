import { useHotkeys } from '@mantine/hooks';

/** `j` and `k`: with a finding open, to the next and the one before; in the list, down and up the rows. */
export function useFindingKeys(step: ((by: 1 | -1) => void) | null): void {
  const move = step ?? moveFocus;
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
  ]);
}

function moveFocus(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('a[data-finding]')];
  const current = rows.findIndex((row) => row === document.activeElement);
  rows[current === -1 ? 0 : current + by]?.focus();
}
