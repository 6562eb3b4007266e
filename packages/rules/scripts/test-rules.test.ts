import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const EXAMPLES = path.resolve(import.meta.dirname, '../../../examples/rules');

test("a directory of one's own, wherever it lies, is tested as the shipped rules are", { timeout: 60_000 }, () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'plumbline-rules-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  cpSync(EXAMPLES, directory, { recursive: true });
  const rule = path.join(directory, 'bucket-keeps-versions.ts');
  writeFileSync(rule, readFileSync(rule, 'utf8').replace("=== 'Enabled'", "!== 'Enabled'"));
  const script = path.join(import.meta.dirname, 'test-rules.ts');
  const { status, stdout } = spawnSync(process.execPath, [script, directory, '--no-color'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  expect(stdout).toMatch(/passes: versioning is on/);
  expect(stdout).toMatch(/Tests +3 failed \| 2 passed/);
  expect(status).toBe(1);
});
