import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes the registry of the rules that lie under `src`. */
export function writeRegistry(src: string): void {
  const files = globSync('{aws,azure,gcp}/*/*.ts', { cwd: src })
    .filter((file) => !file.endsWith('.test.ts') && /defineRule\(/.test(readFileSync(path.join(src, file), 'utf8')))
    .toSorted();

  const names = files.map((file) => {
    const [, name] = /export const (\w+) = defineRule\(/.exec(readFileSync(path.join(src, file), 'utf8')) ?? [];
    if (!name) throw new Error(`${file}: no \`export const … = defineRule(\``);
    return name;
  });

  const lines = [
    '// Written by `npm run generate`; one line a rule.',
    "import type { Rule } from './kernel/define-rule.ts';",
    ...files.map((file, index) => `import { ${names[index]} } from './${file}';`),
    '',
    'export const rules: readonly Rule[] = [',
    ...names.map((name) => `  ${name},`),
    '];',
    '',
  ];
  writeFileSync(path.join(src, 'registry.generated.ts'), lines.join('\n'));
}
