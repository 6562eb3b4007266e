import { ask } from '../support/api.ts';
import { expect, test } from '../support/test.ts';

interface Compliance {
  frameworks: { key: string; result: { counts: { failed: number; manualPending: number } } }[];
}
interface Posture {
  posture: { score: number; topActions: { gain: number; findings: number; rule: { key: string; title: string } }[] };
}

test('from a framework over a failed requirement and its rule to the findings', async ({ page, request }) => {
  const { frameworks } = await ask<Compliance>(
    request,
    '{ frameworks { key result { counts { failed manualPending } } } }',
  );
  const { failed } = frameworks.find(({ key }) => key === 'fsbp@1.0.0')?.result.counts ?? {};
  expect(failed).toBeGreaterThan(0);

  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Compliance' }).click();
  const card = page.getByRole('region', { name: 'AWS Foundational Security Best Practices' });
  await card.getByRole('link', { name: `Failed ${failed}` }).click();
  await expect(page).toHaveURL('/compliance/fsbp@1.0.0?status=failed');
  await expect(page.getByRole('checkbox', { name: `Failed ${failed}` })).toBeChecked();

  await page.locator('summary', { hasText: 'S3.8' }).click();
  await expect(page.getByRole('link', { name: 'Buckets block public access' })).toBeVisible();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Buckets block public access' })
    .last()
    .getByRole('link', { name: /failing$/ })
    .click();
  await expect(page).toHaveURL('/findings?q=rule:aws-s3-bucket-blocks-public-access');
});

test('the newest version of the CIS benchmark comes first, an older one is chosen and stays in the address', async ({
  page,
}) => {
  await page.goto('/compliance');
  const card = page.getByRole('region', { name: 'CIS Amazon Web Services Foundations Benchmark' });
  const version = card.getByRole('combobox');
  await expect(version).toHaveValue('cis-aws@7.0.0');
  await version.selectOption('cis-aws@1.4.0');
  await expect(card.getByText('Of 58 requirements')).toBeVisible();
  await page.reload();
  await expect(version).toHaveValue('cis-aws@1.4.0');
});

test('what needs a person is told, and narrows by baseline', async ({ page }) => {
  await page.goto('/compliance/cis-aws@7.0.0?status=manual-pending');
  await page.locator('summary', { hasText: 'S3 MFA Delete on' }).click();
  await expect(page.getByText('evidence for that person, not the verdict')).toBeVisible();

  await page.goto('/compliance/nist-800-53-r5@5.2.0');
  await page.getByRole('combobox', { name: 'Level' }).selectOption('LOW');
  await expect(page).toHaveURL('/compliance/nist-800-53-r5@5.2.0?level=LOW');
  await page.locator('summary', { hasText: 'Access Control' }).first().press('Enter');
  await expect(page.locator('summary', { hasText: 'AC-6(1)' })).toBeHidden();
  await expect(page.locator('summary', { hasText: 'AC-3' }).first()).toBeVisible();
});

test('a search without a match says so, and is cleared', async ({ page }) => {
  await page.goto('/compliance/nist-csf-2@2.0?q=nothing+says+this');
  await expect(page.getByRole('heading', { name: 'No requirement matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(page).toHaveURL('/compliance/nist-csf-2@2.0');
  await page.goto('/compliance/iso@1');
  await expect(page.getByRole('heading', { name: 'There is no such framework' })).toBeVisible();
});

test('the score is told with its formula and the fixes that raise it', async ({ page, request }) => {
  const { posture } = await ask<Posture>(
    request,
    '{ posture { score topActions(first: 1) { gain findings rule { key title } } } }',
  );
  await page.goto('/');
  const panel = page.getByRole('region', { name: 'Posture score' });
  await expect(panel).toContainText(`${Math.floor(posture.score * 10) / 10}`);
  await panel.getByText('How it comes about').click();
  await expect(panel).toContainText('Σ (weight × pass rate)');

  const [first] = posture.topActions;
  await page
    .getByRole('region', { name: 'Fix these first' })
    .getByRole('link', { name: `+${first?.gain.toFixed(1)} points if you fix this: ${first?.rule.title}` })
    .click();
  await expect(page).toHaveURL(`/findings?q=rule:${first?.rule.key}`);
  await expect(page.getByText(new RegExp(`^${first?.findings} findings? on `))).toBeVisible();
});
