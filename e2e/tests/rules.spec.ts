import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/test.ts';

test('a rule teaches: how to look, how to fix in four ways, and what passes and fails', async ({ page }) => {
  await page.goto('/rules/aws-s3-bucket-blocks-public-access');
  for (const name of ['How it is used', 'How to verify the fix'])
    await expect(page.getByRole('region', { name, exact: true })).not.toBeEmpty();

  const look = page.getByRole('region', { name: 'How to look by hand' });
  await expect(look).toContainText('aws s3api get-public-access-block --bucket BUCKET_NAME');
  await look.getByRole('tab', { name: 'Console' }).click();
  await expect(look.getByRole('listitem').first()).toContainText('Open S3');

  const fix = page.getByRole('region', { name: 'How to fix it' });
  await expect(fix.getByRole('tab')).toHaveText(['Console', 'CLI', 'Terraform', 'CloudFormation']);
  await fix.getByRole('tab', { name: 'CloudFormation' }).click();
  await expect(fix).toContainText('Type: AWS::S3::Bucket');

  const cases = page.getByRole('region', { name: 'Cases' });
  await cases.getByText('one setting off for both').click();
  await expect(cases).toContainText('"RestrictPublicBuckets": false');
  await cases.getByRole('tab', { name: /^Passes/ }).click();
  await expect(cases).toContainText('a bucket with all four settings on');
  await expectAccessible(page);
});

test('a rule is found, read, and leads to its findings', async ({ page }) => {
  await page.goto('/rules');
  await page.getByRole('searchbox', { name: 'Search rules' }).fill('block public access');
  await page.getByRole('region', { name: 'Rules' }).getByRole('link', { name: 'Buckets block public access' }).click();

  await expect(page).toHaveURL('/rules/aws-s3-bucket-blocks-public-access');
  for (const name of ['What is checked', 'Why it matters', 'How to fix it', 'Requirements'])
    await expect(page.getByRole('region', { name, exact: true })).not.toBeEmpty();
  await expect(page.getByRole('region', { name: 'Requirements' })).toContainText('S3.8');

  await page.getByRole('link', { name: /^\d+ open findings?$/ }).click();
  await expect(page).toHaveURL('/findings?q=rule:aws-s3-bucket-blocks-public-access');
  await expect(page.getByRole('row').nth(1)).toContainText('Buckets block public access');
});
