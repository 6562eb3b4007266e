const AND = new Intl.ListFormat('en', { type: 'conjunction' });

/** `a, b and c` for people; of a long list the first ones and how many more there are. */
export function listed(items: readonly string[], most = 4): string {
  const shown = items.length <= most ? items : [...items.slice(0, most - 1), `${items.length - most + 1} more`];
  return AND.format(shown).replace(/,(?= and )/, '');
}
