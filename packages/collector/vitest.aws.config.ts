import { defineConfig } from 'vitest/config';

/** What is tested against moto, an AWS that runs here. It needs Python, so it is not part of `npm test`. */
export default defineConfig({
  test: { include: ['src/**/*.aws.test.ts'], globalSetup: 'scripts/moto.ts', testTimeout: 20_000 },
});
