import { Badge } from '@mantine/core';

/** Says that a finding is shown as it was last read. */
export function StaleMark() {
  return (
    <Badge
      variant="default"
      size="sm"
      radius="sm"
      tt="none"
      title="It failed when it was last read, and what it needs can no longer be read."
    >
      Stale
    </Badge>
  );
}
