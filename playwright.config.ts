// End-to-end tests: the built application in real Electron windows. scripts/test.mjs sets everything up and
// starts this under a virtual screen; see there how to run one file alone.
import { defineConfig } from '@playwright/test';

const soak = process.env.REVINO_SOAK === '1';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results/e2e',
  // Two windows at once on the smallest machine; a flaky test is a fault, so nothing is tried again.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: soak ? 10 * 60_000 : 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
