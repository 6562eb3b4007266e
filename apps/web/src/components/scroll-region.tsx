import type { CSSProperties, ReactNode, Ref } from 'react';
import classes from './scroll-region.module.css';

interface ScrollRegionProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly ref?: Ref<HTMLElement>;
}

/** What may be larger than its place: scrolls by itself, and the keyboard reaches it. */
export function ScrollRegion({ label, children, className = '', style, ref }: ScrollRegionProps) {
  return (
    <section
      ref={ref}
      aria-label={label}
      className={`${classes['region']} ${className}`}
      style={style}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it a keyboard cannot scroll
      tabIndex={0}
    >
      {children}
    </section>
  );
}
