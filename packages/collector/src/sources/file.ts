import { constants } from 'node:fs';
import { open, realpath, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, SourceError, type SourceFault } from '../source-error.ts';
import type { OpenStored } from './stored.ts';

const CHUNK = 256 * 1024;

export interface FileReference {
  /** The only directory that may be read from. */
  readonly directory: string;
  /** The file, from there. */
  readonly file: string;
  /** What to call it in messages. */
  readonly name: string;
  /** What to do when it is not there. */
  readonly hint: string;
}

/** A file inside a directory. */
export function fileSource(reference: FileReference): OpenStored {
  const { name, hint } = reference;
  let first: string | undefined;
  return async () => {
    try {
      const handle = await openInside(reference);
      const { size, print } = await fingerprint(handle);
      first ??= print;
      if (first === print) return { size, chunks: chunksOf(handle, print, name) };
      await handle.close();
    } catch (error) {
      throw error instanceof SourceError ? error : new SourceError(name, faultOf(errorCode(error), hint));
    }
    throw changed(name);
  };
}

/** Opens the file if it lies in the directory, also by the symlinks on its way, and is a regular one. */
async function openInside({ directory, file, name }: FileReference): Promise<FileHandle> {
  const real = await realpath(path.join(directory, file));
  if (leadsOut(path.relative(await realpath(directory), real))) throw new SourceError(name, OUTSIDE);
  // Not to wait for the other end of a named pipe, nor to follow a link that has come since.
  const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const opened = await handle.stat({ bigint: true });
    if (!opened.isFile()) throw new SourceError(name, NOT_A_FILE);
    // What was opened is what lies there, and not what a directory on its way, swapped for a link, led to.
    const there = await stat(real, { bigint: true });
    const swapped = (await realpath(real)) !== real || there.ino !== opened.ino || there.dev !== opened.dev;
    if (swapped) throw new SourceError(name, OUTSIDE);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Whether a path goes up, or, on Windows, to another drive. */
export function leadsOut(relative: string): boolean {
  return path.isAbsolute(relative) || relative.split(/[/\\]/).includes('..');
}

async function* chunksOf(handle: FileHandle, first: string, name: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK));
      if (bytesRead === 0) break;
      yield buffer.subarray(0, bytesRead);
    }
    if ((await fingerprint(handle)).print !== first) throw changed(name);
  } finally {
    await handle.close();
  }
}

/** What a file that was written to, or replaced, does not keep. */
async function fingerprint(handle: FileHandle): Promise<{ size: number; print: string }> {
  const { size, mtimeNs, ino, dev } = await handle.stat({ bigint: true });
  return { size: Number(size), print: [size, mtimeNs, ino, dev].join(' ') };
}

const OUTSIDE: SourceFault = {
  code: 'INVALID_NAME',
  what: 'it leads out of the directory of snapshots',
  hint: 'Copy the file into the directory of snapshots: links out of it are not followed.',
};

const NOT_A_FILE: SourceFault = {
  code: 'INVALID_NAME',
  what: 'it is not a regular file',
  hint: 'Name a file, with its ending.',
};

function changed(name: string): SourceError {
  return new SourceError(name, {
    code: 'CHANGED',
    what: 'the file is no longer what it was when it was first opened',
    hint: 'Try again when it is written to its end.',
  });
}

function faultOf(code: string | undefined, hint: string): SourceFault {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'NOT_FOUND', what: 'there is no such file', hint };
    case 'EACCES':
    case 'EPERM':
      return { code: 'DENIED', what: 'it may not be read', hint: 'Let the user that Plumbline runs as read it.' };
    case 'ELOOP':
    case 'ENAMETOOLONG':
    case 'ENXIO':
      return NOT_A_FILE;
    default:
      return { code: 'UNREADABLE', what: `it cannot be read (${code ?? 'unknown error'})`, hint: 'Copy it again.' };
  }
}
