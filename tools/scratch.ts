import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folders for the time of one process, in the system's place for such: gone when it ends, and after `kill -9` when the next one begins. */

/** Pids are those of one machine. */
const HOST = hostname().replace(/[^A-Za-z0-9]/g, '') || 'host'
const OURS = /^liandun-[a-z]+-([A-Za-z0-9]+)\.(\d+)-/

const runs = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Children that are ending may still be writing. */
const remove = (dir: string): void => rmSync(dir, { recursive: true, force: true, maxRetries: 5 })

/** What processes left behind that had no time to remove it. */
const sweep = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const [, host, pid] = OURS.exec(name) ?? []
    if (host === HOST && !runs(Number(pid))) remove(join(tmpdir(), name))
  }
}

const held = new Set<string>()
const removeAll = (): void => held.forEach(remove)

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const watchEnd = (): void => {
  process.once('exit', removeAll)
  for (const signal of endings)
    process.once(signal, () => {
      removeAll()
      process.kill(process.pid, signal)
    })
}

/** Makes one. @param name lower-case letters, for whoever looks into that place */
export const scratchDir = (name: string): string => {
  if (!held.size) {
    sweep()
    watchEnd()
  }
  const dir = mkdtempSync(join(tmpdir(), `liandun-${name}-${HOST}.${process.pid}-`))
  held.add(dir)
  return dir
}

/** Before its process ends. */
export const dropScratch = (dir: string): void => {
  remove(dir)
  held.delete(dir)
}

/** Set-up of a run of specs (jest.config.js): all of them make their folders in one that goes with the run, whatever becomes of them. */
export default (): void => {
  process.env.TMPDIR = scratchDir('specs')
}
