import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { writeRegistry } from '../registry.ts';
import { readRequest } from './rule-request.ts';
import { ruleSkeleton } from './rule-skeleton.ts';
import { testSkeleton } from './test-skeleton.ts';

/**
 * Writes a new rule and its test under `src`, and the registry.
 * @param words those of the command: `aws s3 bucket-does-something`
 * @returns the files, relative to `src`
 * @throws Error for the person who typed the command
 */
export async function createRule(src: string, words: readonly string[]): Promise<readonly string[]> {
  const request = readRequest(words);
  const { provider, service, name } = request;
  const base = path.join(provider, service, name);
  const files = new Map([
    [`${base}.ts`, ruleSkeleton(request)],
    [`${base}.test.ts`, testSkeleton(request)],
  ]);
  for (const file of files.keys())
    if (existsSync(path.join(src, file))) throw new Error(`${file} is there already: choose another name.`);
  mkdirSync(path.join(src, provider, service), { recursive: true });
  for (const [file, text] of files) writeFileSync(path.join(src, file), await formatted(text));
  writeRegistry(src);
  return [...files.keys()];
}

async function formatted(text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'typescript' });
}
