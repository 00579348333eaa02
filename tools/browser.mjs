// The console in a real browser, as a stage that counts for itself.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'

const CLI = 'node_modules/@playwright/test/cli.js'
const TESTS = 'tools/browser'
const FILE = 'artifacts/browser.json'
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Tests that stand in a suite of the report and those within it. */
const specsIn = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)]

const counted = ({ suites, stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
  names: suites.flatMap(specsIn).flatMap(({ ok, file, title }) => (ok ? [] : [`${file} › ${title}`])),
})

/** How many there are, where no browser can be had. */
const notRun = () => {
  const { stdout } = spawnSync(process.execPath, [CLI, 'test', '-c', TESTS, '--list', '--reporter=json'], {
    encoding: 'utf8',
  })
  const skipped = JSON.parse(stdout).suites.flatMap(specsIn).length
  return { passed: 0, failed: 0, skipped }
}

/** Needs Debian's chromium (`CHROMIUM`: another one); in CI its absence is a fault. */
export const browser = () => {
  const there = existsSync(chromium)
  const stage = { title: 'browser', minutes: 40 }
  if (!there && !process.env.CI) {
    const args = ['-e', `console.log('没有 ${chromium}，浏览器测试不运行 / no ${chromium}: not run')`]
    return { ...stage, args, result: notRun }
  }
  mkdirSync('artifacts', { recursive: true })
  rmSync(FILE, { force: true })
  const result = () => (existsSync(FILE) ? counted(JSON.parse(readFileSync(FILE, 'utf8'))) : undefined)
  return { ...stage, args: [CLI, 'test', '-c', TESTS], result }
}
