import { defineConfig } from '@playwright/test'

/** Debian's chromium; what it would look up elsewhere is off. */
const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  // Names of rooms mean what was built of them.
  tsconfig: './tsconfig.run.json',
  outputDir: '../../artifacts/browser',
  reporter: [['line'], ['json', { outputFile: '../../artifacts/browser.json' }]],
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    launchOptions: CHROMIUM,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    // Not ours: no date may come from the zone of the machine.
    timezoneId: 'America/New_York',
    actionTimeout: 20_000,
  },
})
