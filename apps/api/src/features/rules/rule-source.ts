import { isCustomId, type Rule } from '@plumbline/rules';
import { graphqlEnum } from '../../graphql/enum.ts';

const RULE_SOURCES = ['builtin', 'custom'] as const;
export type RuleSource = (typeof RULE_SOURCES)[number];

export const RuleSourceEnum = graphqlEnum('RuleSource', 'Where a rule comes from.', RULE_SOURCES, {
  builtin: 'Shipped with Plumbline.',
  custom: 'From the directory of your own rules.',
});

export function sourceOf({ id }: Rule): RuleSource {
  return isCustomId(id) ? 'custom' : 'builtin';
}
