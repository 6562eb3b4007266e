import { expect, test } from '../support/test.ts';

test('a scan is started, followed live to its end, and opened', async ({ page }) => {
  await page.goto('/findings');
  await page.getByRole('button', { name: 'Run scan' }).click();

  // The demo account is scanned faster than one looks: note all that the buttons say until the scan is over.
  const said = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const texts: string[] = [];
        const observer = new MutationObserver(() => {
          texts.push([...document.querySelectorAll('header button')].map((button) => button.textContent).join(' '));
          if (texts.at(-1)?.includes('Run scan') && texts.some((text) => text.includes('Scanning'))) resolve(texts);
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
  await page.getByRole('dialog', { name: 'Run scan' }).getByRole('button', { name: 'Start scan' }).click();
  const percents = (await said).flatMap((text) =>
    [...text.matchAll(/Scanning (\d+) %/g)].map(([, percent]) => Number(percent)),
  );
  expect(percents.length).toBeGreaterThan(0);
  expect(percents).toEqual(percents.toSorted((one, other) => one - other));

  await expect(page.getByText('Scan finished, with gaps')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show its findings' })).toBeVisible();
  await page.getByRole('link', { name: 'Open the scan' }).click();
  await expect(page).toHaveURL(/[/]scans[/]/);
  await expect(page.getByRole('main')).toContainText('Partial');
});
