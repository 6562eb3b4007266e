import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { collected } from './collecting-test-rule.ts';

const src = path.resolve(import.meta.dirname, '../../src');
const collector = new URL('collecting-test-rule.ts', import.meta.url).href;
const silent = new URL('silent-vitest.ts', import.meta.url).href;

/** What the rules' test files hand to `testRule`, without running a test. */
export async function readCases(): Promise<typeof collected> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === 'vitest') return { url: silent, shortCircuit: true };
      const isTestRule = specifier.endsWith('/testing/test-rule.ts') && context.parentURL !== collector;
      return isTestRule ? { url: collector, shortCircuit: true } : next(specifier, context);
    },
  });
  const files = globSync('{aws,azure,gcp}/*/*.test.ts', { cwd: src }).toSorted();
  for (const file of files) await import(pathToFileURL(path.join(src, file)).href);
  const module = (await import(collector)) as { collected: typeof collected };
  hooks.deregister();
  return module.collected;
}
