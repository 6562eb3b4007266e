import { ask } from '../support/api.ts';
import { expect, test } from '../support/test.ts';

interface Answer {
  findings: { totalCount: number; severityCounts: Record<'critical' | 'high' | 'medium' | 'low' | 'info', number> };
}

test('each severity has its number, which leads to just these findings', async ({ page, request }) => {
  const { findings } = await ask<Answer>(
    request,
    '{ findings { totalCount severityCounts { critical high medium low info } } }',
  );
  const counts = Object.entries(findings.severityCounts).filter(([, count]) => count > 0);
  expect(counts.length).toBeGreaterThan(2);

  for (const [severity, count] of counts) {
    await page.goto('/');
    const tiles = page.getByRole('list', { name: 'Open findings by severity' });
    await tiles.getByRole('link', { name: new RegExp(`^${severity}\\s*${count}$`, 'i') }).click();
    await expect(page).toHaveURL(`/findings?q=severity:${severity}`);
    await expect(page.getByText(new RegExp(`^${count} findings? on `))).toBeVisible();
  }
});

test('a service leads to its findings', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('region', { name: 'By service' }).getByRole('link', { name: /^S3/ }).click();
  await expect(page).toHaveURL('/findings?q=service:s3');
  await expect(page.getByRole('checkbox', { name: /^S3/ })).toBeChecked();
});

test('says what the last scan could not read', async ({ page }) => {
  await page.goto('/');
  const latest = page.getByRole('region', { name: 'Latest scan' });
  await expect(latest).toContainText('Partial');
  await expect(latest).toContainText('could not be read');
});
