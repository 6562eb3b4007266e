import type { RuleExample } from '../../src/examples.ts';
import type { OutcomeStatus } from '../../src/kernel/outcome.ts';
import { bullets, plain, section } from './markdown.ts';

const HEADINGS: Readonly<Record<OutcomeStatus, string>> = {
  pass: '### Passes',
  fail: '### Fails',
  unknown: '### Cannot be judged',
  'not-applicable': '### Does not apply',
};

/** What passes, fails, cannot be judged and does not apply: a section each. */
export function caseSections(examples: readonly RuleExample[]): readonly string[] {
  return (Object.keys(HEADINGS) as OutcomeStatus[]).map((status) =>
    section(HEADINGS[status], bullets(examples.filter(({ expected }) => expected === status).map(line))),
  );
}

function line({ name, says, severity, severityReason }: RuleExample): string {
  const said = says === null ? '' : `: *${plain(says)}*`;
  return `${plain(name)}${said}${severityReason === null ? '' : ` (${severity})`}`;
}
