/** A matcher for names in which `*` stands for anything. */
export function wildcard(pattern: string): (name: string) => boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.*');
  const expression = new RegExp(`^${source}$`, 's');
  return (name) => expression.test(name);
}
