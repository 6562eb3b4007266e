import { expect, test } from '@playwright/test';

// The host's Node may be an older one; npm scripts must find the project's.
test('runs on Node 24', () => {
  expect(process.version).toMatch(/^v24\./);
});
