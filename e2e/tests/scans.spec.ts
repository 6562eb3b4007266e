import { ask } from '../support/api.ts';
import { expect, test } from '../support/test.ts';

test('a partial scan says what it could not read, why, and what that costs', async ({ page, request }) => {
  const { scans } = await ask<{ scans: { nodes: { gaps: { action: string; message: string }[] }[] } }>(
    request,
    '{ scans(first: 1, filter: { status: [PARTIAL] }) { nodes { gaps { action message } } } }',
  );
  const gaps = scans.nodes[0]?.gaps ?? [];
  expect(gaps.length).toBeGreaterThan(0);

  await page.goto('/scans');
  await page
    .getByRole('row', { name: /Partial/ })
    .first()
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { name: `Gaps: ${gaps.length} things could not be read` })).toBeVisible();
  const table = page.getByRole('region', { name: 'Gaps', exact: true });
  await expect(table.getByRole('row')).toHaveCount(gaps.length + 1);
  for (const { action, message } of gaps)
    await expect(table.getByRole('row').filter({ hasText: action }).filter({ hasText: message })).not.toHaveCount(0);
});
