import { Tabs } from '@mantine/core';
import { graphql, readFragment, type FragmentOf } from '../lib/graphql.ts';
import { CodeBlock } from './code-block.tsx';
import { Prose } from './prose.tsx';
import classes from './remediation.module.css';

export const RemediationFragment = graphql(`
  fragment Remediation on Remediation {
    summary
    impact
    effort
    options {
      kind
      content
      language
      caveat
    }
  }
`);

const KINDS = {
  CONSOLE: { label: 'Console', what: 'steps' },
  CLI: { label: 'CLI', what: 'command' },
  TERRAFORM: { label: 'Terraform', what: 'Terraform code' },
  CLOUDFORMATION: { label: 'CloudFormation', what: 'template' },
} as const;
const EFFORTS = { MINUTES: 'Takes minutes', HOURS: 'Takes hours', DAYS: 'Takes days' } as const;
const ORDER = Object.keys(KINDS);

/** How to fix something: in a sentence, what can break, and the ways as tabs. */
export function Remediation({ of }: { readonly of: FragmentOf<typeof RemediationFragment> }) {
  const { summary, impact, effort, options } = readFragment(RemediationFragment, of);
  const tabs = options.toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  return (
    <div>
      <Prose>{summary}</Prose>
      <dl className={classes['facts']}>
        <dt>Effort</dt>
        <dd>{EFFORTS[effort]}</dd>
        <dt>What can break</dt>
        <dd>{impact}</dd>
      </dl>
      <Tabs defaultValue={tabs[0]?.kind ?? null} keepMounted={false} variant="default">
        <Tabs.List aria-label="Ways to fix it">
          {tabs.map(({ kind }) => (
            <Tabs.Tab key={kind} value={kind}>
              {KINDS[kind].label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ kind, content, language, caveat }) => (
          <Tabs.Panel key={kind} value={kind} pt="sm">
            {kind === 'CONSOLE' ? (
              <Prose>{content}</Prose>
            ) : (
              <CodeBlock what={KINDS[kind].what} language={language}>
                {content}
              </CodeBlock>
            )}
            {caveat && <p className={classes['caveat']}>{caveat}</p>}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
