import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/test.ts';

const playground = readFileSync(new URL('../../apps/api/playground.graphql', import.meta.url), 'utf8');
const operations = [...playground.matchAll(/^(?:query|mutation|subscription) (\w+)/gm)].map(([, name]) => name ?? '');

test.beforeEach(async ({ page }) => {
  await page.goto('/graphiql');
  // The editor takes its time to load; before that, Execute does nothing.
  await expect(page.getByRole('region', { name: 'Operation Editor' })).toContainText(operations[0] ?? '');
});

test('has a tab for each operation of the playground', async ({ page }) => {
  await expect(page).toHaveTitle(/GraphiQL/);
  await expect(page.getByRole('tab')).toHaveCount(operations.length);
  for (const name of operations) await expect(page.getByRole('tab', { name })).toBeVisible();
});

test('runs a query', async ({ page }) => {
  await execute(page);
  await expect(result(page)).toContainText('"data"');
  await expect(result(page)).not.toContainText('"errors"');
});

test('leads back to the dashboard', async ({ page }) => {
  await page.getByRole('link', { name: 'Plumbline dashboard' }).click();
  await expect(page).toHaveURL('/');
});

test('is accessible', async ({ page }) => {
  // GraphiQL's tabs hold buttons, and Monaco's dark theme has pale comments.
  await expectAccessible(page, ['[role="tablist"]', '[role="code"]']);
});

async function execute(page: Page): Promise<void> {
  await page.getByRole('button', { name: /execute query/i }).click();
}

function result(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('region', { name: 'Result Window' });
}
