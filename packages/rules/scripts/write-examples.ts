import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RuleExample } from '../src/examples.ts';
import { exampleOf } from './cases/example-of.ts';
import { readCases } from './cases/read-cases.ts';

const byRule = new Map<string, RuleExample[]>();
for (const { rule, cases } of await readCases()) {
  const examples = byRule.get(rule.id) ?? [];
  byRule.set(rule.id, examples);
  for (const each of cases.pass) examples.push(await exampleOf(rule, 'pass', each));
  for (const each of cases.fail) examples.push(await exampleOf(rule, 'fail', each));
  for (const each of cases.unknown) examples.push(await exampleOf(rule, 'unknown', each));
  for (const each of cases.notApplicable ?? []) examples.push(await exampleOf(rule, 'not-applicable', each));
}

// One line an example, so that a change shows as one.
const entries = [...byRule]
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .map(([id, examples]) => `"${id}": [\n${examples.map((each) => JSON.stringify(each)).join(',\n')}\n]`);
writeFileSync(path.resolve(import.meta.dirname, '../src/examples.generated.json'), `{\n${entries.join(',\n')}\n}\n`);
