import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { unpackChromium, version } from './chromium-package.ts';

export interface Browser {
  readonly executablePath?: string;
  readonly channel?: 'chrome';
  /** The environment to start it with. */
  readonly env: NodeJS.ProcessEnv;
}

/**
 * A browser to drive, with nothing to install: `CHROMIUM_PATH`, else on Linux (x64) the Chromium from npm, with the libraries and
 * the font it brings where the system has none, else the Chrome that is installed.
 */
export async function browser(): Promise<Browser> {
  const { env } = process;
  if (env['CHROMIUM_PATH']) return { executablePath: env['CHROMIUM_PATH'], env };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome', env };

  const directory = await unpacked();
  const executablePath = path.join(directory, 'chromium');
  const found = { ...env, FONTCONFIG_FILE: path.join(directory, 'fonts.conf') };
  return {
    executablePath,
    env: starts(executablePath) ? found : { ...found, LD_LIBRARY_PATH: path.join(directory, 'lib') },
  };
}

/** Whether the system has the libraries it is linked with. */
function starts(executable: string): boolean {
  return spawnSync(executable, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Unpacks once a user and version: 2 s, 200 MB. Several processes may do it at the same time: the first to end wins. */
async function unpacked(): Promise<string> {
  const cache = path.join(process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'), 'plumbline');
  const directory = path.join(cache, `chromium-${version}`);
  if (existsSync(directory)) return directory;

  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(`${directory}.`);
  try {
    await unpackChromium(scratch);
    await writeFile(path.join(scratch, 'fonts.conf'), fontsConfiguration(directory));
    await rename(scratch, directory).catch((error: unknown) => {
      if (!existsSync(directory)) throw error;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return directory;
}

/** The system's fonts, and the one that is there in any case: without it a bare machine renders no letter. */
function fontsConfiguration(directory: string): string {
  return `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(directory, 'fonts')}</dir>
  <cachedir>${path.join(directory, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
