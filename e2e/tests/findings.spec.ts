import { ask } from '../support/api.ts';
import { expect, test } from '../support/test.ts';

interface Answer {
  findings: { totalCount: number; resourceCount: number; facets: { values: { value: string; count: number }[] }[] };
}

test('filtered by severity and service, with counts, and the address keeps it', async ({ page, request }) => {
  const { findings } = await ask<Answer>(
    request,
    `{ findings(filter: { severity: [CRITICAL, HIGH], service: ["s3"] }) {
         totalCount resourceCount facets(fields: [SERVICE]) { values { value count } } } }`,
  );
  const iam = findings.facets[0]?.values.find(({ value }) => value === 'iam');
  const lead = `${findings.totalCount} findings on ${findings.resourceCount} resources`;

  await page.goto('/findings');
  const severities = page.getByRole('group', { name: 'Severity' });
  const services = page.getByRole('group', { name: 'Service' });
  await severities.getByRole('checkbox', { name: /^Critical/ }).click();
  await severities.getByRole('checkbox', { name: /^High/ }).click();
  await services.getByRole('checkbox', { name: /^S3/ }).click();

  await expect(page.getByText(lead)).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(findings.totalCount + 1);
  // A service's count says what choosing it would give: it leaves out its own filter, and no other.
  await expect(services.getByRole('checkbox', { name: new RegExp(`^IAM\\s*${iam?.count}$`) })).toBeVisible();
  await expect(page).toHaveURL('/findings?q=severity:critical,high+service:s3');
  await expect(page.getByRole('combobox', { name: 'Filter findings' })).toHaveValue(
    'severity:critical,high service:s3',
  );

  await page.reload();
  await expect(page.getByText(lead)).toBeVisible();
  await expect(severities.getByRole('checkbox', { name: /^High/ })).toBeChecked();
  await expect(services.getByRole('checkbox', { name: /^S3/ })).toBeChecked();

  await page.goBack();
  await expect(services.getByRole('checkbox', { name: /^S3/ })).not.toBeChecked();
});

test('searched by text; without a match the way back is offered', async ({ page, request }) => {
  const { findings } = await ask<Answer>(request, '{ findings(filter: { text: "bucket" }) { totalCount } }');
  await page.goto('/findings');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Filter findings' })).toBeFocused();
  await page.keyboard.type('bucket');
  await expect(page.getByText(new RegExp(`^${findings.totalCount} findings on`))).toBeVisible();
  await expect(page).toHaveURL('/findings?q=bucket');

  await page.getByRole('combobox', { name: 'Filter findings' }).fill('"no finding says this"');
  await expect(page.getByText('No finding matches')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(page).toHaveURL('/findings');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
});

test('filtered in the bar with the keyboard alone, by what it completes', async ({ page, request }) => {
  const { findings } = await ask<Answer>(
    request,
    '{ findings(query: "severity:critical -service:s3") { totalCount resourceCount } }',
  );
  await page.goto('/findings');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('sev');
  const completions = page.getByRole('listbox', { name: 'Completions' });
  await expect(completions.getByRole('option', { name: /^severity:/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const bar = page.getByRole('combobox', { name: 'Filter findings' });
  await expect(bar).toHaveValue('severity:');
  await expect(completions.getByRole('option')).toHaveCount(5);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(bar).toHaveValue('severity:critical');
  await expect(completions).toBeHidden();
  await page.keyboard.type(' -service:s3');
  await page.keyboard.press('Enter');

  await expect(page.getByText(`${findings.totalCount} findings on ${findings.resourceCount} resources`)).toBeVisible();
  await expect(page).toHaveURL('/findings?q=severity:critical+-service:s3');
  await expect(page.getByRole('checkbox', { name: /^Critical/ })).toBeChecked();
  await page.getByRole('checkbox', { name: /^High/ }).click();
  await expect(bar).toHaveValue('severity:critical,high -service:s3');
});

test('a mistake in the filter is told and mended; meanwhile the list stays as it was', async ({ page, request }) => {
  const { findings } = await ask<Answer>(request, '{ findings(query: "severity:high") { totalCount } }');
  await page.goto('/findings');
  const lead = await page.getByText(/^\d+ findings on/).textContent();
  const bar = page.getByRole('combobox', { name: 'Filter findings' });
  await bar.fill('sevrity:high');
  await expect(page.getByText('There is no key sevrity. Did you mean severity?')).toBeVisible();
  await expect(bar).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText(lead ?? '')).toBeVisible();

  await page.getByRole('button', { name: 'Use severity' }).click();
  await expect(bar).toHaveValue('severity:high');
  await expect(page.getByText(new RegExp(`^${findings.totalCount} findings on`))).toBeVisible();
  await expect(page.getByText('There is no key')).toBeHidden();

  await page.goto('/findings?q=sevrity:high');
  await expect(page.getByText('The filter has a mistake')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(0);
});

test('read in the drawer, with the keyboard alone', async ({ page }) => {
  await page.goto('/findings');
  await expect(page.getByRole('row').nth(2)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');

  const drawer = page.getByRole('dialog', { name: 'Finding' });
  await expect(drawer.getByRole('status')).toHaveText(/^1 of /);
  const first = await drawer.getByRole('heading', { level: 2 }).textContent();
  await expect(page).toHaveURL(/[?]finding=/);

  await page.keyboard.press('j');
  await expect(drawer.getByRole('status')).toHaveText(/^2 of /);
  await expect(drawer.getByRole('heading', { level: 2 })).not.toHaveText(first ?? '');
  await page.keyboard.press('k');
  await expect(drawer.getByRole('heading', { level: 2 })).toHaveText(first ?? '');

  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page).toHaveURL('/findings');
});

test('a finding shows what was seen and how to fix it, with the names of its own resource', async ({
  page,
  request,
}) => {
  const { findings } = await ask<{
    findings: { nodes: { id: string; message: string; resource: { name: string } }[] };
  }>(
    request,
    `{ findings(filter: { rule: ["aws-s3-bucket-blocks-public-access"] }, first: 1) {
         nodes { id message resource { name } } } }`,
  );
  const finding = findings.nodes[0] ?? { id: '', message: '', resource: { name: '' } };
  await page.goto(`/findings?finding=${encodeURIComponent(finding.id)}`);
  const drawer = page.getByRole('dialog', { name: 'Finding' });
  await expect(drawer.getByRole('heading', { name: finding.message })).toBeVisible();
  await expect(drawer.getByRole('region', { name: 'Values that decided' }).getByRole('row').nth(1)).toBeVisible();
  await expect(drawer.getByRole('region', { name: 'command to look' })).toContainText(finding.resource.name);
  const fixes = drawer.getByRole('tablist', { name: 'Ways to fix it' });
  await fixes.getByRole('tab', { name: 'CLI' }).click();
  await expect(drawer.getByRole('region', { name: 'command', exact: true })).toContainText(finding.resource.name);
  await fixes.getByRole('tab', { name: 'CloudFormation' }).click();
  await expect(drawer.getByRole('region', { name: 'template' })).toContainText(finding.resource.name);

  await drawer.getByRole('link', { name: 'Open as a page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: finding.message })).toBeVisible();
});
