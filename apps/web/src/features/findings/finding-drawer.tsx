import { ActionIcon, Drawer, Group, Tooltip } from '@mantine/core';
import { Link } from 'react-router';
import { Icon } from '../../components/icons.tsx';
import { formatCount } from '../../lib/format.ts';
import { FindingDetail } from './finding-detail.tsx';
import classes from './finding-drawer.module.css';

interface FindingDrawerProps {
  /** The finding to show; null when the drawer is shut. */
  readonly id: string | null;
  /** Where it stands in the list: `index` is -1 when the list has not got it. */
  readonly position: { readonly index: number; readonly count: number; readonly loaded: number };
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

export function FindingDrawer({ id, position, onStep, onClose }: FindingDrawerProps) {
  const { index, count, loaded } = position;
  return (
    <Drawer.Root opened={id !== null} onClose={onClose} position="right" size="min(780px, 100%)">
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content aria-label="Finding">
        <div className={classes['header']}>
          <Group gap={6}>
            <Step label="Previous finding (k)" icon="up" disabled={index <= 0} onClick={() => onStep(-1)} />
            <Step
              label="Next finding (j)"
              icon="down"
              disabled={index === -1 || index >= loaded - 1}
              onClick={() => onStep(1)}
            />
            <output className={`num ${classes['position']}`}>
              {index === -1 ? '' : `${formatCount(index + 1)} of ${formatCount(count)}`}
            </output>
          </Group>
          <Group gap="md">
            {id !== null && <Link to={`/findings/${encodeURIComponent(id)}`}>Open as a page</Link>}
            <Drawer.CloseButton aria-label="Close" />
          </Group>
        </div>
        <Drawer.Body>{id !== null && <FindingDetail key={id} id={id} inDrawer />}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

interface StepProps {
  readonly label: string;
  readonly icon: 'up' | 'down';
  readonly disabled: boolean;
  readonly onClick: () => void;
}

function Step({ label, icon, disabled, onClick }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        aria-label={label}
        aria-disabled={disabled}
        {...(disabled ? { 'data-disabled': true } : { onClick })}
      >
        <Icon name={icon} size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
