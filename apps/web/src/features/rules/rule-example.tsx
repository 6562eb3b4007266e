import { CodeBlock } from '../../components/code-block.tsx';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import classes from './rules.module.css';

export const RuleExampleFragment = graphql(`
  fragment RuleExample on RuleExample {
    name
    says
    config
  }
`);

/** One case: what is so, what the rule says of it, and, to be opened, what the rule reads there. */
export function RuleExample({ example }: { readonly example: FragmentOf<typeof RuleExampleFragment> }) {
  const { name, says, config } = readFragment(RuleExampleFragment, example);
  return (
    <details className={classes['example']}>
      <summary>
        {name}
        {says !== null && <span className={classes['says']}>{says}</span>}
      </summary>
      <CodeBlock what="configuration" label={`Configuration: ${name}`} language="json">
        {JSON.stringify(config, null, 2)}
      </CodeBlock>
    </details>
  );
}
