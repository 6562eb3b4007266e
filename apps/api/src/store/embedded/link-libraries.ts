import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';

interface Link {
  /** Both as paths inside the package: `native/lib/libpq.so.5.18`. */
  readonly source: string;
  readonly target: string;
}

/** An npm package cannot hold symbolic links: its install script makes them. Where such scripts are off, we do. */
export function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of links) {
    try {
      symlinkSync(path.relative(path.dirname(target), source), path.resolve(native, '..', target));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Where it may not be written, running the programs will tell whether it had to be.
      if (code !== 'EEXIST' && code !== 'EACCES' && code !== 'EROFS') throw error;
    }
  }
}
