import type { Rule } from '../../src/kernel/define-rule.ts';
import { SEVERITIES } from '../../src/kernel/severity.ts';
import { page, plain, section, table } from './markdown.ts';

/** All rules by service, the worst first. */
export function ruleIndex(rules: readonly Rule[]): string {
  const services = [...Map.groupBy(rules, ({ service }) => service)].toSorted(([one], [other]) =>
    one.localeCompare(other),
  );
  return page([
    '<!-- Written by `npm run generate`. -->',
    '# Rules',
    `${rules.length} rules. Each page says what is looked at and why, how to look by hand, how to fix it and how to see that the fix took.`,
    ...services.map(([service, each]) => section(`## ${service}`, table(['Severity', 'Rule', 'Id'], rowsOf(each)))),
  ]);
}

function rowsOf(rules: readonly Rule[]): readonly (readonly string[])[] {
  return rules
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.id < b.id ? -1 : 1))
    .map(({ severity, title, id }) => [severity, `[${plain(title)}](${id}.md)`, `\`${id}\``]);
}
