import path from 'node:path';
import { createRule } from './create-rule/create-rule.ts';

const src = path.resolve(import.meta.dirname, '../src');
try {
  const files = await createRule(src, process.argv.slice(2));
  console.log(`Written:
${files.map((file) => `  packages/rules/src/${file}`).join('\n')}
  packages/rules/src/registry.generated.ts
Fill in every TODO. What is missing is told by
  npm run typecheck -w @plumbline/rules
  npm test -w @plumbline/rules -- ${files[0]?.replace(/\.ts$/, '')} registry
Then write its page: npm run generate`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
