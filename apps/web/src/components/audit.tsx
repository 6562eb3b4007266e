import { Tabs } from '@mantine/core';
import { graphql, readFragment, type FragmentOf } from '../lib/graphql.ts';
import { steps } from '../lib/prose.ts';
import { CodeBlock } from './code-block.tsx';
import { Prose } from './prose.tsx';
import classes from './audit.module.css';

export const AuditFragment = graphql(`
  fragment Audit on Audit {
    console
    cli
    good
  }
`);

/** How to see something with the cloud's own tools, and what is good there. */
export function Audit({ of }: { readonly of: FragmentOf<typeof AuditFragment> }) {
  const { console: clicks, cli, good } = readFragment(AuditFragment, of);
  return (
    <div>
      <Tabs defaultValue="cli" keepMounted={false} variant="default">
        <Tabs.List aria-label="Ways to look by hand">
          <Tabs.Tab value="cli">CLI</Tabs.Tab>
          <Tabs.Tab value="console">Console</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="cli" pt="sm">
          <CodeBlock what="command to look" language="shell">
            {cli}
          </CodeBlock>
        </Tabs.Panel>
        <Tabs.Panel value="console" pt="sm">
          <Prose>{steps(clicks)}</Prose>
        </Tabs.Panel>
      </Tabs>
      <div className={classes['good']}>
        <Prose>{`**Good:** ${good}`}</Prose>
      </div>
    </div>
  );
}
