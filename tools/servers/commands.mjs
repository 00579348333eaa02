import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout } from 'node:timers'
import { Unavailable } from './unavailable.mjs'

const LIMIT_MS = 240_000

export const onPath = (command) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/** Resolves to { code, text }: what it printed; `code` is undefined when it was not done in time or could not begin. */
export const output = (command, args, { limitMs = LIMIT_MS, env = process.env, cwd } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env, cwd })
    setTimeout(() => child.kill('SIGKILL'), limitMs).unref()
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part))
    child.once('error', (error) => resolve({ code: undefined, text: `${text}\n${error.message}` }))
    child.once('close', (code) => resolve({ code: code ?? undefined, text }))
  })

/** @throws Unavailable with the end of what it printed */
export const must = async (what, command, args, more) => {
  const { code, text } = await output(command, args, more)
  if (code === 0) return text
  const last = text.trim().split('\n').slice(-3).join(' · ').slice(-400)
  throw new Unavailable(`${what}失败：${last}`, `${command} failed (${code ?? 'not done in time'})`)
}
