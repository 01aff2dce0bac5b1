import { defineConfig } from '@playwright/test'

/** The real app, one at a time: two cores, and windows that must hold the focus. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'tests/e2e/output/traces',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: { trace: 'off' },
})
