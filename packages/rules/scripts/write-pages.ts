import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { examplesOf, severityChangesOf } from '../src/examples.ts';
import { FRAMEWORKS } from '../src/frameworks/frameworks.ts';
import { requirementsOf, rulesByRequirement } from '../src/frameworks/requirements.ts';
import { rules } from '../src/registry.generated.ts';
import { frameworkIndex } from './pages/framework-index.ts';
import { frameworkPage, frameworkPageName } from './pages/framework-page.ts';
import { ruleIndex } from './pages/rule-index.ts';
import { rulePage } from './pages/rule-page.ts';

const docs = path.resolve(import.meta.dirname, '../../../docs');

/** Writes a directory's pages, and takes away those that nothing is written for any more. */
function write(directory: string, pages: ReadonlyMap<string, string>): void {
  const whole = path.join(docs, directory);
  mkdirSync(whole, { recursive: true });
  for (const name of readdirSync(whole)) if (!pages.has(name)) rmSync(path.join(whole, name));
  for (const [name, text] of pages) writeFileSync(path.join(whole, name), text);
}

const pagesOfRules = rules.map((rule): [string, string] => {
  const requirements = requirementsOf(rule.controls);
  const facts = { rule, requirements, examples: examplesOf(rule.id), severityChanges: severityChangesOf(rule.id) };
  return [`${rule.id}.md`, rulePage(facts)];
});
write('rules', new Map([['README.md', ruleIndex(rules)], ...pagesOfRules]));

const byRequirement = rulesByRequirement(rules);
const pagesOfFrameworks = FRAMEWORKS.map((framework): [string, string] => [
  frameworkPageName(framework),
  frameworkPage(framework, byRequirement),
]);
write('frameworks', new Map([['README.md', frameworkIndex(FRAMEWORKS, byRequirement)], ...pagesOfFrameworks]));
