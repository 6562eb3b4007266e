import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import classes from './message.module.css';

interface MessageProps {
  readonly title: string;
  /** 1 where it is all that a page shows. */
  readonly order?: 1 | 2;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Stands where a list would: nothing there, no match, not to be had. */
export function Message({ title, order = 2, children, actions }: MessageProps) {
  return (
    <div className={classes['message']}>
      <Title order={order} size="h2">
        {title}
      </Title>
      {children}
      {actions && <div className={classes['actions']}>{actions}</div>}
    </div>
  );
}

const TONES = {
  warning: { colour: 'var(--pl-medium)', icon: 'gap' },
  error: { colour: 'var(--pl-critical)', icon: 'findings' },
  info: { colour: 'var(--pl-accent)', icon: 'gap' },
} satisfies Record<string, { colour: string; icon: IconName }>;

interface NoticeProps {
  readonly tone: keyof typeof TONES;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

/** A few lines over a page's content that one ought to know before reading it. */
export function Notice({ tone, title, children }: NoticeProps) {
  const { colour, icon } = TONES[tone];
  return (
    <div className={classes['notice']} style={{ '--notice-colour': colour }}>
      <Icon name={icon} />
      <div className={classes['noticeBody']}>
        <strong>{title}</strong>
        {children}
      </div>
    </div>
  );
}
