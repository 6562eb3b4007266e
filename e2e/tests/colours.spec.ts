import { expect, test } from '../support/test.ts';

test('follows the system, can be switched, and remembers', async ({ page }) => {
  const root = page.locator('html');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  await expect(root).toHaveCSS('color-scheme', 'dark');

  await page.getByRole('button', { name: 'Switch to light colours' }).click();
  await expect(root).toHaveCSS('color-scheme', 'light');
  await page.reload();
  await expect(root).toHaveCSS('color-scheme', 'light');
});
