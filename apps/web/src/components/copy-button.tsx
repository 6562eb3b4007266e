import { ActionIcon, Button, CopyButton as Copy, Tooltip } from '@mantine/core';
import { Icon } from './icons.tsx';

interface CopyButtonProps {
  readonly value: string;
  /** What is copied: `ARN`, `command`. */
  readonly what: string;
  readonly compact?: boolean;
}

export function CopyButton({ value, what, compact = false }: CopyButtonProps) {
  return (
    <Copy value={value}>
      {({ copied, copy }) =>
        compact ? (
          <Tooltip label={copied ? 'Copied' : `Copy ${what}`}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={copied ? `${what} copied` : `Copy ${what}`}
              onClick={copy}
            >
              <Icon name={copied ? 'check' : 'copy'} size={14} />
            </ActionIcon>
          </Tooltip>
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<Icon name={copied ? 'check' : 'copy'} size={14} />}
            onClick={copy}
          >
            {copied ? 'Copied' : `Copy ${what}`}
          </Button>
        )
      }
    </Copy>
  );
}
