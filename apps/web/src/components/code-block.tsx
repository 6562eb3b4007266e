import { CopyButton } from './copy-button.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import classes from './code-block.module.css';

interface CodeBlockProps {
  /** What it is, for the copy button and for those who do not see it: `command`. */
  readonly what: string;
  readonly language: string;
  /** Tells it from others of its kind on the page. */
  readonly label?: string;
  readonly children: string;
}

export function CodeBlock({ what, language, label = what, children }: CodeBlockProps) {
  return (
    <div className={classes['block']}>
      <div className={classes['bar']}>
        <span>{language}</span>
        <CopyButton value={children} what={what} />
      </div>
      <ScrollRegion label={label}>
        <pre className={classes['code']}>{children}</pre>
      </ScrollRegion>
    </div>
  );
}
