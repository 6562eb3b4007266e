import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** For tests of users' own rules, which lie in any directory: `npm run test:rules -- <directory>`. */
export default defineConfig({
  cacheDir: here('node_modules/.vite-custom'),
  resolve: {
    alias: [
      { find: /^@plumbline\/rules$/, replacement: here('src/index.ts') },
      { find: /^@plumbline\/rules\/testing$/, replacement: here('src/testing.ts') },
      { find: /^@plumbline\/model$/, replacement: here('../model/src/index.ts') },
      { find: /^@plumbline\/model\/testing$/, replacement: here('../model/src/testing.ts') },
    ],
  },
  test: { include: ['**/*.test.{ts,mjs,js}'], passWithNoTests: false },
});
