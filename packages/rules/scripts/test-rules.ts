import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Runs the tests of a directory of users' own rules. */
const [directory, ...options] = process.argv.slice(2);
if (directory === undefined) {
  console.error('Name the directory of your rules: npm run test:rules -- <directory>');
  process.exitCode = 1;
} else {
  const root = path.resolve(process.env['INIT_CWD'] ?? '.', directory);
  const config = path.resolve(import.meta.dirname, '../custom.vitest.config.ts');
  const { status } = spawnSync('vitest', ['run', '--root', root, '--config', config, ...options], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
