import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Makes directories where they are missing, open to us alone. Each is given by the variable that names it. */
export function makeDirectories(directories: Readonly<Record<string, string>>): void {
  for (const [variable, directory] of Object.entries(directories)) {
    try {
      mkdirSync(path.dirname(directory), { recursive: true });
      if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) mkdirSync(directory, { mode: 0o700 });
      accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch (error) {
      const reason = reasonOf(error as NodeJS.ErrnoException);
      throw new Error(`${directory} cannot be used: ${reason}. Set ${variable} to another directory.`, {
        cause: error,
      });
    }
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'it, or a directory above it, belongs to another user';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'there is a file of that name';
    case 'EROFS':
      return 'it is on a read-only disk';
    default:
      return message;
  }
}
