import { defineConfig } from '@playwright/test'

/** The real app, one at a time: two cores, and windows that must hold the focus. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'tests/e2e/output/traces',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  // On a machine that other work slows down a window may miss its ten seconds: once more, and it is listed as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: { trace: 'off' },
})
