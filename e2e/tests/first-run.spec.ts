import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/test.ts';

test.describe.configure({ mode: 'serial' });

test('an empty installation leads to a first scan from wherever one comes in', async ({ page }) => {
  for (const address of ['/', '/findings', '/scans']) {
    await page.goto(address);
    await expect(page.getByRole('button', { name: 'Explore the demo account' })).toBeVisible();
  }
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Explore the demo account' }).click();
  await expect(page).toHaveURL(/[/]scans[/]/);
  await expect(page.getByText('Scan finished, with gaps')).toBeVisible();

  await page.getByRole('link', { name: 'Findings', exact: true }).click();
  await expect(page.getByText(/^\d+ findings on \d+ resources$/)).toBeVisible();
});

test('a broken snapshot is told with its file and line', async ({ page }) => {
  await page.goto('/accounts');
  await page.getByRole('textbox', { name: 'Snapshot' }).fill('broken.ndjson');
  await page.getByRole('button', { name: 'Load and scan' }).click();
  await expect(page.getByText(/broken\.ndjson.*(:2|line 2)\b/i).first()).toBeVisible();
});
