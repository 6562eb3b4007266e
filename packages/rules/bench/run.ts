import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accountFile } from './account/write-account.ts';

/** Where accounts and bundles are made; they are made once. */
export const workshop = path.join(tmpdir(), 'plumbline-bench');
mkdirSync(workshop, { recursive: true });

export function account(count: number, options?: { readonly gzip?: boolean }): Promise<string> {
  return accountFile(workshop, count, options);
}

interface Run {
  /** From the start of the process to its end, in milliseconds. */
  readonly wall: number;
  readonly output: string;
}

/** Runs Node in a process of its own. */
export function node(script: string, ...args: readonly string[]): Promise<Run> {
  return run(process.execPath, [script, ...args], import.meta.dirname, { NODE_COMPILE_CACHE: compileCache });
}

/** What Node compiled before, as `npm start` has it from the second start on. */
const compileCache = path.join(workshop, 'compile-cache');

export function run(
  command: string,
  args: readonly string[],
  cwd = import.meta.dirname,
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ wall: performance.now() - start, output });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}`));
    });
  });
}

export interface Scan {
  /** From the first byte to the last outcome, without what it takes to start. */
  readonly ms: number;
  /** The most memory that the process had, in MB. */
  readonly rss: number;
  readonly resources: number;
  readonly evaluations: number;
}

export type Mode = 'read' | 'count-without-relations' | 'count' | 'findings';

export const scanSource = path.join(import.meta.dirname, 'scan.ts');

let bundle: Promise<string> | null = null;

/** `scan.ts` and all that it imports in one file, as users have it: without what it takes to strip types. */
export function scanBundle(): Promise<string> {
  const file = path.join(workshop, 'scan.mjs');
  const rolldown = path.resolve(import.meta.dirname, '../../../node_modules/.bin/rolldown');
  const options = ['--file', file, '--platform', 'node', '--format', 'esm', '--minify', '--logLevel', 'silent'];
  bundle ??= run(rolldown, [scanSource, ...options]).then(() => file);
  return bundle;
}

/** As much room for what is young as a scan's thread has, and for what is old as `npm start` gives. */
const ROOM = ['--max-semi-space-size=4', '--heap-growing-percent=30'];

/** One scan in a process of its own. */
export async function scan(mode: Mode, file: string): Promise<Scan> {
  const { output } = await run(process.execPath, [...ROOM, await scanBundle(), mode, file]);
  return JSON.parse(output) as Scan;
}

/** The least of several runs: what else the machine does only ever adds. */
export async function best(times: number, measure: () => Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) least = Math.min(least, await measure());
  return least;
}
