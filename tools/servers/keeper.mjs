// Keeps servers and the folder with their data for one parent: when the parent is gone, whatever ended it, both go too.
import { spawn } from 'node:child_process'
import { mkdtempSync, openSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

const host = hostname().replace(/[^A-Za-z0-9]/g, '') || 'host'
// A name that tools/scratch.ts sweeps when this process was killed too.
const dir = mkdtempSync(join(tmpdir(), `liandun-servers-${host}.${process.pid}-`))
const running = new Map()
let ending = false

const tell = (message) => process.connected && process.send(message)

const start = ({ id, name, command, args }) => {
  const log = openSync(join(dir, `${name}.log`), 'a')
  const child = spawn(command, args, { cwd: dir, stdio: ['ignore', log, log] })
  running.set(name, child)
  child.once('spawn', () => tell({ id, pid: child.pid }))
  child.once('error', (error) => tell({ id, error: error.message }))
  child.once('exit', (code, signal) => {
    if (running.get(name) === child) running.delete(name)
    tell({ gone: name, code, signal })
    if (ending) endWhenQuiet()
  })
}

const endWhenQuiet = () => {
  if (running.size) return
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  process.exit(0)
}

/** Nothing of them is kept, so none is asked to close in order. */
const end = () => {
  ending = true
  for (const child of running.values()) child.kill('SIGKILL')
  endWhenQuiet()
}

process.on('message', start)
process.once('disconnect', end)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end)
tell({ dir })
