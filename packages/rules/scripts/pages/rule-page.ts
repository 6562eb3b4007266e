import type { RuleExample } from '../../src/examples.ts';
import type { Requirement } from '../../src/frameworks/framework.ts';
import type { Rule } from '../../src/kernel/define-rule.ts';
import { placeholderTarget } from '../../src/kernel/placeholder-target.ts';
import { requiredPermissions } from '../../src/kernel/rule-sources.ts';
import { verificationOf } from '../../src/kernel/verification.ts';
import { frameworkPageName } from './framework-page.ts';
import { bullets, codeBlock, page, plain, section, steps, table } from './markdown.ts';
import { caseSections } from './rule-cases.ts';

export interface RuleFacts {
  readonly rule: Rule;
  readonly requirements: readonly Requirement[];
  readonly examples: readonly RuleExample[];
  readonly severityChanges: readonly { readonly severity: string; readonly because: string }[];
}

/** `aws-s3-bucket-blocks-public-access` → `aws/s3/bucket-blocks-public-access` */
function pathOf({ id }: Rule): string {
  return id.replace(/^(\w+)-(\w+)-/, '$1/$2/');
}

/** A rule's page: what, why, how to look, how to fix, how to see that it took, and what the rule itself is like. */
export function rulePage({ rule, requirements, examples, severityChanges }: RuleFacts): string {
  const source = `packages/rules/src/${pathOf(rule)}.ts`;
  return page([
    `<!-- Written by \`npm run generate\` from ${source} and its test. -->`,
    `# ${plain(rule.title)}`,
    `\`${rule.id}\` · ${rule.severity} · \`${rule.resource}\` · ${rule.categories.map((topic) => topic.replaceAll('-', ' ')).join(', ')}`,
    rule.description,
    section('## Why', rule.risk, `**How it is used.** ${rule.attack}`),
    look(rule),
    fix(rule),
    section('## Verify', steps(verificationOf(rule))),
    severity(rule, severityChanges),
    parameters(rule),
    section('## Permissions', 'To evaluate the rule:', bullets(requiredPermissions(rule).map((each) => `\`${each}\``))),
    controls(requirements),
    section('## Cases', 'From its test:', ...caseSections(examples)),
    section(
      '## More',
      bullets([
        `[The vendor's documentation](${rule.remediation.docs})`,
        `[The rule](../../${source}) and [its test](../../packages/rules/src/${pathOf(rule)}.test.ts)`,
      ]),
    ),
  ]);
}

function look({ audit, resource }: Rule): string {
  return section(
    '## Look by hand',
    section('### In the console', steps(audit.console)),
    section('### With the CLI', codeBlock('sh', audit.cli(placeholderTarget(resource)))),
    section('### What is good', audit.good),
  );
}

function fix({ remediation, resource }: Rule): string {
  const target = placeholderTarget(resource);
  const { summary, impact, effort, cloudformation } = remediation;
  return section(
    '## Fix',
    summary,
    `Takes ${effort}. What can break: ${impact}`,
    section('### In the console', steps(remediation.console)),
    section('### With the CLI', codeBlock('sh', remediation.cli(target))),
    section('### With Terraform', codeBlock('hcl', remediation.terraform(target))),
    section('### With CloudFormation', codeBlock('yaml', cloudformation(target))),
  );
}

function severity({ severity: usual }: Rule, changes: RuleFacts['severityChanges']): string {
  if (changes.length === 0) return section('## Severity', `Always ${usual}.`);
  const reasons = changes.map((change) => `${change.severity}: ${plain(change.because)}`);
  return section('## Severity', `Usually ${usual}. Facts make it another, for example:`, bullets(reasons));
}

function parameters({ parameters: declared }: Rule): string {
  const rows = Object.entries(declared).map(([name, { description, default: byDefault }]) => [
    `\`${name}\``,
    description,
    `\`${JSON.stringify(byDefault)}\``,
  ]);
  return section('## Parameters', rows.length > 0 ? table(['Name', 'What it does', 'Default'], rows) : 'None.');
}

function controls(requirements: readonly Requirement[]): string {
  const rows = [...Map.groupBy(requirements, ({ framework }) => framework)].map(([framework, each]) => [
    `[${framework.name}](../frameworks/${frameworkPageName(framework)})`,
    framework.version,
    each.map(({ number }) => number).join(', '),
  ]);
  return section('## Requirements it gives evidence for', table(['Framework', 'Version', 'Requirements'], rows));
}
