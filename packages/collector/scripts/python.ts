import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = 'moto[server]==5.2.5';
const VENV = path.join(import.meta.dirname, '../.venv');

/**
 * A Python environment of this package's own, with moto in it: made once, and used again while it is there.
 * @returns the directory of its programs.
 */
export function pythonEnvironment(): string {
  const programs = path.join(VENV, 'bin');
  // Written last, so that one that was not finished is made anew.
  const stamp = path.join(VENV, PACKAGE.replaceAll(/\W+/g, '-'));
  if (existsSync(stamp)) return programs;
  console.log(`Making a Python environment with ${PACKAGE}, which takes a minute or two, once.`);
  rmSync(VENV, { recursive: true, force: true });
  run(
    'python3',
    ['-m', 'venv', VENV],
    'The tests against moto need python3 (3.10 or later), with venv (Debian: python3-venv).',
  );
  run(path.join(programs, 'pip'), ['install', '--quiet', PACKAGE], `pip could not install ${PACKAGE}.`);
  writeFileSync(stamp, '');
  return programs;
}

function run(program: string, args: readonly string[], otherwise: string): void {
  try {
    execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    throw new Error(otherwise);
  }
}
