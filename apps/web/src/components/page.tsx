import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  /** Name of the page, for the tab of the browser. */
  readonly title: string;
  /** The heading, where it says more than the name. */
  readonly heading?: ReactNode;
  /** A line over the heading: where one is. */
  readonly above?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, heading, above, lead, actions, children }: PageProps) {
  return (
    <div className={classes['page']}>
      <title>{`${title} · Plumbline`}</title>
      <header className={classes['header']}>
        <div>
          {above && <div className={classes['above']}>{above}</div>}
          <Title order={1}>{heading ?? title}</Title>
          {lead && <p className={classes['lead']}>{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  /** True for content that reaches to the edges, such as a table. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export function Section({ title, aside, flush = false, children }: SectionProps) {
  return (
    <section className={classes['section']} aria-label={title}>
      <div className={classes['sectionHead']}>
        <Title order={2}>{title}</Title>
        {aside}
      </div>
      <div className={flush ? classes['flush'] : classes['sectionBody']}>{children}</div>
    </section>
  );
}
