// Everything that must hold, one stage after the other; ends with one plain line `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'

const counts = { passed: 0, failed: 0, skipped: 0 }
const run = (command, args, env = {}) =>
  spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, NX_DAEMON: 'false', ...env },
  }).status === 0

const stage = (title, work) => {
  const began = Date.now()
  console.log(`\n── ${title}`)
  const fine = work()
  if (fine === true) counts.passed++
  if (fine === false) counts.failed++
  console.log(`── ${title}: ${fine === false ? 'FAILED' : 'ok'} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
}

/** Jest counts each test; a suite that did not run at all counts as failed. */
const specs = (title, args) =>
  stage(title, () => {
    mkdirSync('artifacts', { recursive: true })
    const file = `artifacts/${title.replace(/\W+/g, '-')}.json`
    rmSync(file, { force: true })
    run('node', [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--silent',
      '--json',
      `--outputFile=${file}`,
      ...args,
    ])
    if (!existsSync(file)) return false
    const report = JSON.parse(readFileSync(file, 'utf8'))
    counts.passed += report.numPassedTests
    counts.failed += report.numFailedTests + report.numRuntimeErrorTestSuites
    counts.skipped += report.numPendingTests + report.numTodoTests
    console.log(
      `   ${report.numPassedTests} passed, ${report.numFailedTests} failed, ${report.numPendingTests} skipped`,
    )
    return report.success ? undefined : false
  })

stage('lockfile', () => run('node', ['tools/lock-check.mjs']))
stage('format', () => run('npx', ['prettier', '--check', '--log-level', 'warn', '.']))
stage('lint', () => run('npx', ['eslint', '.', '--max-warnings', '0']))
stage('build', () => run('npx', ['tsc', '-p', 'tsconfig.build.json']))
stage('types', () => run('npx', ['tsc', '-p', 'tsconfig.json', '--noEmit']))
stage('rules', () => run('node', ['--no-warnings', 'dist/tools/rules.js', 'check']))
stage('generated documents', () => run('node', ['--no-warnings', 'dist/tools/docs.js', '--check']))
specs('specs', [])
stage('faults', () =>
  run('node', ['--no-warnings', 'dist/tools/faults.js', 'embedded'], { KILLS: process.env.KILLS ?? '30' }),
)

console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(counts.failed ? 1 : 0)
