// Everything that must hold, one stage after the other; ends with one plain line `N passed, N failed, N skipped`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { browser } from './browser.mjs'
import { startServers } from './servers/index.mjs'
import { runStages } from './stages.mjs'

const bin = (path) => `node_modules/${path}`
const built = (tool, ...args) => ['--no-warnings', `dist/tools/${tool}.js`, ...args]
const kills = process.env.KILLS ?? '30'

/** Names of specs that failed; of a file that did not run at all, the file's. */
const namesOf = ({ name, status, message, assertionResults }) => {
  const file = relative(process.cwd(), name)
  const failed = assertionResults.filter((one) => one.status === 'failed').map((one) => `${file} › ${one.fullName}`)
  if (failed.length || status !== 'failed') return failed
  return [
    `${file}: ${
      message
        .split('\n')
        .map((line) => line.trim())
        .find((line) => line && !line.startsWith('●')) ?? 'did not run'
    }`,
  ]
}

/** Jest counts each test; a suite that did not run at all counts as failed. */
const specs = (title, minutes, ...paths) => {
  const file = `artifacts/${title.replace(/\W+/g, '-')}.json`
  mkdirSync('artifacts', { recursive: true })
  rmSync(file, { force: true })
  const result = () => {
    if (!existsSync(file)) return undefined
    const report = JSON.parse(readFileSync(file, 'utf8'))
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
      names: report.testResults.flatMap(namesOf),
    }
  }
  const jest = ['--experimental-vm-modules', '--no-warnings', bin('jest/bin/jest.js')]
  return { title, minutes, result, args: [...jest, '--silent', '--json', `--outputFile=${file}`, ...paths] }
}

const alone = process.argv[2] === 'distributed'

/** Real Kafka, MongoDB and Redis: in CI, and where they are all that is asked for, one that cannot be had is a fault. */
const servers = async () => {
  const { env, servers: started, missing, stop } = await startServers({ say: console.log })
  for (const [name, { by }] of Object.entries(started)) console.log(`   ${name}: ${by}`)
  const lacking = missing.map(({ variable, reason }) => `${variable}: ${reason}`)
  for (const one of lacking)
    console.log(`   没有，要用它的测试不运行 / not to be had, what needs it is not run: ${one}`)
  return { env, faults: alone || process.env.CI ? lacking : [], close: stop }
}

/** Folders and files of what stands on real servers; what of it is pure runs without them. */
const SERVED = [
  'libs/adapters/distributed/',
  'tools/distributed.spec',
  'tools/tracing-distributed.spec',
  'tools/two-instances',
  'tools/two-versions',
  'tools/poison',
]
const ignored = ['/node_modules/', ...SERVED].map((path) => `--testPathIgnorePatterns=${path}`)

/** One file after the other: each has the servers for itself. */
const distributed = { ...specs('distributed', 30, '--runInBand', '--forceExit', ...SERVED), open: servers }

/** Minutes are many times what a slow machine needs: who waits longer waits for something that hangs. */
const all = [
  { title: 'lockfile', minutes: 5, args: ['tools/lock-check.mjs'] },
  { title: 'format', minutes: 15, args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  { title: 'lint', minutes: 30, args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  { title: 'build', minutes: 15, args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json'] },
  { title: 'types', minutes: 15, args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit'] },
  {
    title: 'types of the console',
    minutes: 10,
    args: [bin('typescript/bin/tsc'), '-p', 'services/portal/web/tsconfig.json'],
  },
  { title: 'types of the browser tests', minutes: 10, args: [bin('typescript/bin/tsc'), '-p', 'tools/browser'] },
  { title: 'console', minutes: 10, args: ['tools/web.mjs'] },
  { title: 'rules', minutes: 5, args: built('rules', 'check') },
  { title: 'generated documents', minutes: 5, args: built('docs', '--check') },
  specs('specs', 60, ...ignored),
  browser(),
  distributed,
  { title: 'faults', minutes: 15 + Number(kills) / 2, args: built('faults', 'embedded'), env: { KILLS: kills } },
]

/** Processes, servers and lines broken under load: the short form, in CI. */
const broken = {
  title: 'faults of five processes',
  minutes: 20,
  args: built('faults', 'distributed'),
  env: { FAULTS: process.env.FAULTS ?? '8' },
}

/** `npm run test:distributed`: those alone. */
process.exitCode = await runStages(alone ? [distributed] : process.env.CI ? [...all, broken] : all)
