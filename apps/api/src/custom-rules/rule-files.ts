import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** A directory of the user's own rules, as it is on the disk. */
export interface RuleFiles {
  /** Absolute, without symbolic links. */
  readonly directory: string;
  /** Names of the files that hold rules: those that lie in it, tests left out. What lies deeper they may import. */
  readonly names: readonly string[];
  /** Changes when any of its code does. */
  readonly fingerprint: string;
}

/** @throws where it cannot be read, with what to do */
export function readRuleFiles(directory: string): RuleFiles {
  try {
    const real = realpathSync(directory);
    const all = readdirSync(real, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isCode(entry.name) && !entry.parentPath.includes('node_modules'))
      .map((entry) => path.relative(real, path.join(entry.parentPath, entry.name)))
      .toSorted();
    const hash = createHash('sha256');
    for (const name of all)
      hash
        .update(`${name}\n`)
        .update(readFileSync(path.join(real, name)))
        .update('\n');
    const names = all.filter((name) => !name.includes(path.sep));
    return { directory: real, names, fingerprint: hash.digest('hex') };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'it is not there' : code === 'ENOTDIR' ? 'it is no directory' : message;
    throw new Error(
      `The rules in ${directory} cannot be read: ${why}. Set PLUMBLINE_RULES to a directory, or leave it out.`,
      {
        cause: error,
      },
    );
  }
}

function isCode(name: string): boolean {
  return /\.(ts|mjs|js)$/.test(name) && !/\.(test|d)\.(ts|mjs|js)$/.test(name);
}
