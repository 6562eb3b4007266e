import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';
import { browser } from './browser.ts';
import { installation } from './installation.ts';

const demo = await installation('demo', { PLUMBLINE_DEMO: 'on' });
const empty = await installation('empty', { PLUMBLINE_DEMO: 'off' });

type Server = Extract<PlaywrightTestConfig['webServer'], readonly unknown[]>[number];

function server(name: string, { url, env }: typeof demo): Server {
  return {
    name,
    command: 'exec node ../apps/api/dist/main.js',
    env,
    url: `${url}/readyz`,
    timeout: 120_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 }, // the database has to stop too
  };
}

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env['CI'] === undefined ? 'list' : [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'en-US', // else navigator.language is "en-US@posix", and Intl throws
    launchOptions: { ...(await browser()), args: ['--disable-gpu'] },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'demo', testIgnore: 'first-run.spec.ts', use: { baseURL: demo.url } },
    { name: 'first run', testMatch: 'first-run.spec.ts', use: { baseURL: empty.url } },
  ],
  webServer: [server('demo', demo), server('empty', empty)],
});
