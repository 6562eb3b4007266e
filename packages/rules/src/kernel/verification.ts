import type { Rule } from './define-rule.ts';
import type { NonEmpty } from './outcome.ts';

/** How to see that a fix took: steps, in Markdown. */
export function verificationOf({ audit, service }: Pick<Rule, 'audit' | 'service'>): NonEmpty<string> {
  return [
    `Look by hand again, as before the fix. ${audit.good}`,
    `Scan the account again, or only its service \`${service}\`: the finding is resolved when the rule passes, or when the resource is gone.`,
  ];
}
