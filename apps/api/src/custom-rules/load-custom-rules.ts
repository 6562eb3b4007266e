import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRule, ruleProblems, type Rule } from '@plumbline/rules';
import { resolveForRuleFiles } from './rule-file-hooks.ts';
import type { RuleFiles } from './rule-files.ts';

/**
 * Loads every rule of the user's directory, or none: a rule that is left out would be missed by nobody.
 * @throws one error that names every file that cannot be used, a line each
 */
export async function loadCustomRules({ directory, names }: RuleFiles): Promise<readonly Rule[]> {
  resolveForRuleFiles(directory);
  const rules: Rule[] = [];
  const problems: string[] = [];
  for (const name of names) {
    const found = await rulesOf(path.join(directory, name)).catch((error: unknown) => {
      problems.push(`${name} cannot be loaded: ${reasonOf(error, name)}`);
      return null;
    });
    if (found?.length === 0)
      problems.push(`${name} exports no rule: \`export const … = defineRule({ … })\`. Helpers belong into a folder.`);
    for (const rule of found ?? []) {
      problems.push(...ruleProblems(rule).map((problem) => `${name}: ${problem}`));
      if (rules.some(({ id }) => id === rule.id)) problems.push(`${name}: there are two rules ${rule.id}`);
      rules.push(rule);
    }
  }
  if (problems.length > 0)
    throw new Error(
      [
        `The rules in ${directory} cannot be used, and without them findings would go missing:`,
        ...problems.map((problem) => `  ${problem}`),
        `Mend them, or move the files elsewhere. npm run test:rules -- ${directory} tries them out.`,
      ].join('\n'),
    );
  return rules;
}

async function rulesOf(file: string): Promise<readonly Rule[]> {
  const module = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  return [...new Set(Object.values(module))].filter(isRule);
}

/** What was wrong, and in which line where that is known. */
function reasonOf(error: unknown, name: string): string {
  if (!(error instanceof Error)) return 'it threw what is no error';
  const [first = ''] = error.message.split('\n');
  const [, after = ''] = (error.stack ?? '').split(`${path.sep}${name}:`);
  const [line] = /^\d+/.exec(after) ?? [];
  return line ? `${first} (line ${line})` : first;
}
