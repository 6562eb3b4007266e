import { Tabs } from '@mantine/core';
import { Section } from '../../components/page.tsx';
import { graphql, readFragment, type EvaluationResult, type FragmentOf } from '../../lib/graphql.ts';
import { RuleExample, RuleExampleFragment } from './rule-example.tsx';
import classes from './rules.module.css';

export const RuleExamplesFragment = graphql(
  `
    fragment RuleExamples on Rule {
      examples {
        expected
        ...RuleExample
      }
    }
  `,
  [RuleExampleFragment],
);

const LABELS: Readonly<Record<EvaluationResult, string>> = {
  FAIL: 'Fails',
  PASS: 'Passes',
  UNKNOWN: 'Cannot be judged',
  NOT_APPLICABLE: 'Does not apply',
};

/** The cases that a rule is tested with, by what comes out. */
export function RuleExamples({ rule }: { readonly rule: FragmentOf<typeof RuleExamplesFragment> }) {
  const { examples } = readFragment(RuleExamplesFragment, rule);
  const groups = Map.groupBy(examples, ({ expected }) => expected);
  const results = (Object.keys(LABELS) as EvaluationResult[]).filter((result) => groups.has(result));
  if (results[0] === undefined) return null;
  return (
    <Section title="Cases">
      <Tabs defaultValue={results[0]} keepMounted={false} variant="default">
        <Tabs.List aria-label="What comes out">
          {results.map((result) => (
            <Tabs.Tab key={result} value={result}>
              {LABELS[result]} <span className={classes['dim']}>{groups.get(result)?.length}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {results.map((result) => (
          <Tabs.Panel key={result} value={result} pt="sm">
            <ul className={classes['examples']}>
              {groups.get(result)?.map((example, index) => (
                <li key={index}>
                  <RuleExample example={example} />
                </li>
              ))}
            </ul>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Section>
  );
}
