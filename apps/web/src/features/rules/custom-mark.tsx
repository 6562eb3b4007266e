import { Badge } from '@mantine/core';

/** Tells a rule of the user's own from those that are shipped. */
export function CustomMark({ source }: { readonly source: 'BUILTIN' | 'CUSTOM' }) {
  return source === 'CUSTOM' ? (
    <Badge variant="default" size="sm">
      Custom
    </Badge>
  ) : null;
}
