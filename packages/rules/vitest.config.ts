import { defineConfig } from 'vitest/config';

/** Each rule's test, and those of what rules are made of: pure code, of which no file sees what another leaves behind. */
const OF_RULES = 'src/{aws,lib}/**/*.test.ts';

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      { test: { name: 'rules', include: [OF_RULES], isolate: false } },
      {
        // Some of these read the tests of rules, which must not have been read before.
        test: {
          name: 'engine',
          include: ['{src,scripts}/**/*.test.ts'],
          exclude: [OF_RULES],
          typecheck: { enabled: true, tsconfig: './tsconfig.type-tests.json' },
        },
      },
    ],
  },
});
