import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails on any violation that axe knows of, in light and in dark. `exclude`: selectors of what is not ours to mend. */
export async function expectAccessible(page: Page, exclude: readonly string[] = []): Promise<void> {
  await usesColours(page, 'light');
  expect(await violations(page, exclude)).toEqual([]);
  await usesColours(page, 'dark');
  // The rest of what axe looks at does not depend on colours.
  expect(await violations(page, exclude, ['color-contrast', 'link-in-text-block'])).toEqual([]);
}

async function usesColours(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveCSS('color-scheme', colorScheme);
}

async function violations(page: Page, exclude: readonly string[], rules?: string[]): Promise<unknown[]> {
  const axe = new AxeBuilder({ page });
  if (rules) axe.withRules(rules);
  for (const selector of exclude) axe.exclude(selector);
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
}
