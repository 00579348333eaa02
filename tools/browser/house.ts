import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const OPERATOR_TOKEN = 'operator-of-the-browser'
const READY_MS = 120_000

/** The house as `npm start` opens it, in a process and a folder of its own. */
export interface House {
  url: string
  operatorToken: string
  passwordOf: (user: string) => string
  /** What it holds on disk. */
  dir: string
  close: () => Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })

const passwordsIn = (dir: string): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(join(dir, 'passwords.txt'), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [user, password] = line.split(/\s+/)
        return user && password ? [[user, password] as const] : []
      }),
  )

const ready = async (url: string, child: ChildProcess, said: () => string): Promise<void> => {
  const until = Date.now() + READY_MS
  while (Date.now() < until) {
    const answers = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answers) return
    if (child.exitCode !== null) throw new Error(`the house ended:\n${said()}`)
    await pause(200)
  }
  throw new Error(`the house was not ready in time:\n${said()}`)
}

/** @param env how it is opened: `TIME`, `START_AT` … */
export const openHouse = async (env: Readonly<Record<string, string>>): Promise<House> => {
  const dir = mkdtempSync(join(tmpdir(), 'liandun-browser-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['--no-warnings', 'dist/tools/start.js'], {
    env: { ...process.env, DATA_DIR: dir, HOST: '127.0.0.1', PORT: String(port), OPERATOR_TOKEN, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (told += String(part)))
  await ready(url, child, () => told)
  const passwords = passwordsIn(dir)
  return {
    url,
    dir,
    operatorToken: OPERATOR_TOKEN,
    passwordOf: (user) => passwords.get(user)!,
    close: async () => {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
