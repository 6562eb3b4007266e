import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

export default defineConfig({
  // Vite would take graphql's ESM build while type-graphql and Apollo, which are not bundled, get its CommonJS one: two realms.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/database-server.ts'],
    maxWorkers: '100%', // they wait for processes and the database more than they compute
    isolate: false, // what takes long to load is loaded once for all files; none leaves anything behind in it
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
