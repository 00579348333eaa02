import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath, URL } from 'node:url'

/**
 * Processes that end with this one, even after `kill -9`, and a folder for their data that goes with them.
 * `run(name, command, args)` resolves to the process's id; its output stands in `<dir>/<name>.log`.
 */
export const openKeeper = async () => {
  const keeper = fork(fileURLToPath(new URL('./keeper.mjs', import.meta.url)), {
    detached: true,
    stdio: 'ignore',
    execArgv: [],
  })
  const [{ dir }] = await once(keeper, 'message')
  const asked = new Map()
  const alive = new Set()
  let asking = 0
  keeper.on('message', ({ id, pid, error, gone }) => {
    if (gone) alive.delete(gone)
    asked.get(id)?.(pid, error)
    asked.delete(id)
  })
  const run = (name, command, args) =>
    new Promise((resolve, reject) => {
      const id = ++asking
      asked.set(id, (pid, error) => {
        if (error) return reject(new Error(error))
        alive.add(name)
        resolve(pid)
      })
      keeper.send({ id, name, command, args })
    })
  const stop = async () => {
    if (!keeper.connected) return
    const ended = once(keeper, 'exit')
    keeper.disconnect()
    await ended
  }
  return { dir, run, runs: (name) => alive.has(name), stop }
}
