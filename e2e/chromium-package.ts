import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

// The package's own unpacking goes to a directory that all users of the machine share, and its flags turn web security off.
const root = path.dirname(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));

export const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

/** Puts `chromium`, `lib/` (what a bare system lacks of NSS, NSPR and Expat) and `fonts/` (Open Sans) into a directory. */
export async function unpackChromium(directory: string): Promise<void> {
  await Promise.all([
    decompress('chromium.br', path.join(directory, 'chromium')),
    unpackArchive('al2023.tar.br', directory),
    unpackArchive('fonts.tar.br', directory),
  ]);
}

async function unpackArchive(name: string, directory: string): Promise<void> {
  const archive = path.join(directory, name);
  await decompress(name, archive);
  await promisify(execFile)('tar', ['-x', '--no-same-owner', '-f', archive, '-C', directory]);
  await rm(archive);
}

async function decompress(name: string, file: string): Promise<void> {
  await pipeline(
    createReadStream(path.join(root, 'bin', name)),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
    createWriteStream(file, { mode: 0o755 }),
  );
}
