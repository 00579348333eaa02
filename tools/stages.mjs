// Runs one stage after the other, each for so long at most; ends with the names of what failed and one plain line `N passed, N failed, N skipped`.
import { spawn, spawnSync } from 'node:child_process'
import { clearTimeout, setTimeout } from 'node:timers'

const WINDOWS = process.platform === 'win32'
/** Between asking a stage to end and ending it. */
const GRACE_MS = 5000

/** A stage with all that it started: on its own it would leave its workers behind. */
const end = (child, signal) => {
  try {
    if (WINDOWS) spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'])
    else process.kill(-child.pid, signal)
  } catch {
    // it is gone
  }
}

let current
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    if (current) end(current, signal)
    process.exit(130)
  })

/** Resolves to 'ok', 'failed' or 'late'; whatever it still has running is ended with it. */
const run = (args, env, limitMs) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: !WINDOWS,
      env: { ...process.env, NX_DAEMON: 'false', ...env },
    })
    current = child
    let late = false
    const timers = [
      setTimeout(() => {
        late = true
        end(child, 'SIGTERM')
        timers.push(setTimeout(() => end(child, 'SIGKILL'), GRACE_MS))
      }, limitMs),
    ]
    const ended = (fine) => {
      timers.forEach(clearTimeout)
      current = undefined
      if (late) end(child, 'SIGKILL')
      resolve(late ? 'late' : fine ? 'ok' : 'failed')
    }
    child.once('error', () => ended(false))
    child.once('exit', (code) => ended(code === 0))
  })

/** What a stage counted: its own result with the faults of what it stands on; by itself it counts as one. */
const countOf = (outcome, own, faults, countsItself) => {
  const { passed = 0, failed = 0, skipped = 0, names = [] } = own ?? {}
  const all = { passed, failed: failed + faults.length, skipped, names: [...faults, ...names] }
  const fine = outcome === 'ok' && (!countsItself || own !== undefined) && !all.failed
  if (fine && !countsItself) all.passed++
  if (!fine && !all.failed) all.failed++
  return { fine, ...all }
}

const play = async ({ title, args, env = {}, minutes, open, result }) => {
  const began = Date.now()
  console.log(`\n── ${title}`)
  const opened = await open?.()
  const outcome = await run(args, { ...env, ...opened?.env }, minutes * 60_000)
  await opened?.close()
  const count = countOf(outcome, result?.(), opened?.faults ?? [], result !== undefined)
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const how = count.fine ? 'ok' : outcome === 'late' ? `FAILED: not done after ${minutes} min` : 'FAILED'
  const not = count.skipped ? `; ${count.skipped} not run` : ''
  console.log(`── ${title}: ${how} (${seconds} s${not})`)
  return { title, ...count, late: outcome === 'late' && minutes }
}

/**
 * `stages`: { title, args: what node runs, env?, minutes: the most it may take, open?: async () => ({ env, faults: names, close }), what
 * it stands on and stops with it, result?: () => { passed, failed, skipped, names } of a stage that counts for itself, undefined where it
 * left no result }. Returns the exit code.
 */
export const runStages = async (stages) => {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const failed = []
  for (const stage of stages) {
    const played = await play(stage)
    for (const name of Object.keys(counts)) counts[name] += played[name]
    if (!played.fine) failed.push(played)
  }
  console.log('')
  if (failed.length)
    console.log(
      `failed: ${failed.map(({ title, late }) => (late ? `${title} (not done after ${late} min)` : title)).join(', ')}`,
    )
  for (const { names } of failed) for (const name of names) console.log(`  ${name}`)
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  return counts.failed ? 1 : 0
}
