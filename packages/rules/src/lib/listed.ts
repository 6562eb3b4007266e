/** `a, b and c` for people; of a long list the first ones and how many more there are. */
export function listed(items: readonly string[], most = 4): string {
  const shown = items.length <= most ? items : [...items.slice(0, most - 1), `${items.length - most + 1} more`];
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
