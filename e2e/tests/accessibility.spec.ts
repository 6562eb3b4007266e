import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/test.ts';

const firstLink = (page: Page, table: string) =>
  page.getByRole('region', { name: table, exact: true }).getByRole('link').first();

/** What to look at, in its final state. */
const views: Record<string, (page: Page) => Promise<void>> = {
  overview: async (page) => {
    await page.goto('/');
    await expect(page.getByRole('region', { name: 'Latest scan' })).toBeVisible();
  },
  findings: async (page) => {
    await page.goto('/findings?q=severity:critical,high');
    await expect(firstLink(page, 'Findings')).toBeVisible();
  },
  'a finding in the drawer': async (page) => {
    await page.goto('/findings');
    await firstLink(page, 'Findings').click();
    await expect(
      page.getByRole('dialog', { name: 'Finding' }).getByRole('heading', { name: 'Requirements' }),
    ).toBeVisible();
  },
  'a finding as a page': async (page) => {
    await page.goto('/findings');
    await firstLink(page, 'Findings').click();
    await page.getByRole('link', { name: 'Open as a page' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Requirements' })).toBeVisible();
  },
  'a filter with a mistake, and its completions': async (page) => {
    await page.goto('/findings?q=severity:high');
    await expect(firstLink(page, 'Findings')).toBeVisible();
    await page.getByRole('combobox', { name: 'Filter findings' }).press('End');
    await page.keyboard.type(' sevrity:high re');
    await expect(page.getByText('There is no key sevrity')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  'no match': async (page) => {
    await page.goto('/findings?q=no+finding+says+this');
    await expect(page.getByText('No finding matches')).toBeVisible();
  },
  compliance: async (page) => {
    await page.goto('/compliance');
    await expect(page.getByRole('heading', { name: 'NIST Cybersecurity Framework 2.0' })).toBeVisible();
  },
  'a framework': async (page) => {
    await page.goto('/compliance/fsbp@1.0.0?status=failed');
    await page.locator('summary', { hasText: 'S3.8' }).click();
    await expect(page.getByRole('link', { name: 'Buckets block public access' })).toBeVisible();
  },
  scans: async (page) => {
    await page.goto('/scans');
    await expect(firstLink(page, 'Scans')).toBeVisible();
  },
  'a scan': async (page) => {
    await page.goto('/scans');
    await firstLink(page, 'Scans').click();
    await expect(page.getByRole('region', { name: 'Log of the scan' })).toBeVisible();
  },
  'starting a scan': async (page) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Run scan' }).click();
    await expect(page.getByRole('button', { name: 'Start scan' })).toBeVisible();
  },
  rules: async (page) => {
    await page.goto('/rules');
    await expect(firstLink(page, 'Rules')).toBeVisible();
  },
  'a rule': async (page) => {
    await page.goto('/rules');
    await firstLink(page, 'Rules').click();
    await expect(page.getByRole('heading', { name: 'How to fix it' })).toBeVisible();
  },
  accounts: async (page) => {
    await page.goto('/accounts');
    await expect(firstLink(page, 'Accounts')).toBeVisible();
  },
  'an address that leads nowhere': async (page) => {
    await page.goto('/nowhere');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  },
};

for (const [name, open] of Object.entries(views)) {
  test(name, async ({ page }) => {
    await open(page);
    await expectAccessible(page);
  });
}
