import { Code } from '@mantine/core';
import { parseProse, type Block, type Span } from '../lib/prose.ts';
import classes from './prose.module.css';

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map(({ kind, text }, index) => {
    if (kind === 'code') return <Code key={index}>{text}</Code>;
    return kind === 'strong' ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>;
  });
}

function ProseBlock({ block }: { readonly block: Block }) {
  if (block.kind === 'paragraph')
    return (
      <p>
        <Spans spans={block.spans} />
      </p>
    );
  const List = block.kind === 'steps' ? 'ol' : 'ul';
  return (
    <List>
      {block.items.map((spans, index) => (
        <li key={index}>
          <Spans spans={spans} />
        </li>
      ))}
    </List>
  );
}

/** Text as rules are written in. */
export function Prose({ children }: { readonly children: string }) {
  return (
    <div className={classes['prose']}>
      {parseProse(children).map((block, index) => (
        <ProseBlock key={index} block={block} />
      ))}
    </div>
  );
}
