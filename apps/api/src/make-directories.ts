import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';

/** Makes the directories where they are missing, open to us alone. */
export function makeDirectories(directories: Readonly<Record<string, string>>): void {
  for (const [variable, directory] of Object.entries(directories)) {
    try {
      mkdirSync(path.dirname(directory), { recursive: true });
      makePrivate(directory);
      accessSync(path.join(directory, '.'), constants.R_OK | constants.W_OK | constants.X_OK);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const reason =
        code === 'EACCES' || code === 'EPERM'
          ? 'it, or a directory above it, belongs to another user'
          : code === 'ENOTDIR' || code === 'EEXIST'
            ? 'there is a file of that name'
            : (error as Error).message;
      throw new Error(`${directory} cannot be used: ${reason}. Set ${variable} to another directory.`, {
        cause: error,
      });
    }
  }
}

function makePrivate(directory: string): void {
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
