import { expect, test } from '../support/test.ts';

test('a rule is found, read, and leads to its findings', async ({ page }) => {
  await page.goto('/rules');
  await page.getByRole('searchbox', { name: 'Search rules' }).fill('block public access');
  await page.getByRole('region', { name: 'Rules' }).getByRole('link', { name: 'Buckets block public access' }).click();

  await expect(page).toHaveURL('/rules/aws-s3-bucket-blocks-public-access');
  for (const name of ['What is checked', 'Why it matters', 'How to fix it', 'Requirements'])
    await expect(page.getByRole('region', { name, exact: true })).not.toBeEmpty();
  await expect(page.getByRole('region', { name: 'Requirements' })).toContainText('S3.8');

  await page.getByRole('link', { name: /^\d+ open findings?$/ }).click();
  await expect(page).toHaveURL('/findings?rule=aws-s3-bucket-blocks-public-access');
  await expect(page.getByRole('row').nth(1)).toContainText('Buckets block public access');
});
