import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { start } from './start.js'

const STORY = `
story: a-quiet-day
title: { zh: 平静的一天, en: A quiet day }
cast:
  hub: { agency: HUB-411000, office: intake, name: 甲（虚构） }
  officer: { agency: SAMR-411003, office: officer, name: 乙（虚构） }
  other: { agency: SAMR-411003, office: officer, name: 丙（虚构） }
entries:
  - at: 2026-03-02T09:00
  - at: 2026-03-03T10:00
`

let dir: string
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'start-'))
  writeFileSync(join(dir, 'story.yaml'), STORY)
})
afterAll(() => rmSync(dir, { recursive: true }))

const open = async (env: Record<string, string>, words: string[] = []) => {
  const said: string[] = []
  const fatal = (error: Error) => {
    throw error
  }
  const house = await start(
    { PORT: '0', LOG_LEVEL: 'silent', STORIES: join(dir, 'story.yaml'), ...env },
    words,
    (...lines) => said.push(...lines),
    fatal,
  )
  const ask = async (path: string, init?: RequestInit) => {
    const reply = await fetch(house.url + path, init)
    return { status: reply.status, headers: reply.headers, text: await reply.text() }
  }
  const signIn = (body: unknown) =>
    ask('/api/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return { ...house, said, ask, signIn }
}
const failure = (env: Record<string, string>, words?: string[]) =>
  open(env, words).then(
    async ({ stop }) => {
      await stop()
      return 'started'
    },
    (error: Error) => error.message.split('\n').at(-1),
  )

describe('npm start', () => {
  it('plays the story once, goes on where it stopped, and shows passwords once', async () => {
    const data = join(dir, 'demonstration')
    const first = await open({ DATA_DIR: data })
    expect(await first.ask('/readyz')).toMatchObject({ status: 200 })
    expect((await first.ask('/')).text).toContain('演示世界')
    expect((await first.ask('/healthz')).headers.get('liandun-demonstration')).toBe('yes')
    expect((await first.ask('/stories/story.html')).text).toContain('平静的一天')
    const shown = /^ {2}jianan-officer-1\s+(\S+)/m.exec(first.said.join('\n'))!
    expect(await first.signIn({ user: 'jianan-officer-1', password: shown[1] })).toMatchObject({ status: 200 })
    const said = first.said.join('\n')
    const kept = readFileSync(join(data, 'passwords.txt'), 'utf8')
    const [all] = / (\d+) accounts/.exec(said)!.slice(1)
    expect([statSync(join(data, 'passwords.txt')).mode & 0o777, kept.trim().split('\n').length]).toEqual([
      0o600,
      Number(all),
    ])
    const shownOf = kept.split('\n').filter((line) => line && said.includes(line.split(/\s+/)[1]!))
    expect(shownOf.map((line) => line.split(' ')[0]).sort()).toEqual(['hub-intake-1', 'jianan-officer-1'])
    expect(said).toMatch(/TOKEN=\$\(awk '\$1=="jianan-officer-1".*passwords\.txt' \| curl -s http:.*\/api\/sign-in/)
    expect(said).toMatch(/curl -s http:\S+\/api\/portal\/clocks -H "authorization: Bearer \$TOKEN"/)
    expect(said).not.toMatch(/^ .*http:\S+\/api\/portal\/(?!\S+ -H)/m)
    expect(await first.signIn({ dev: { agency: 'SAMR-411003', office: 'head', person: 'x' } })).toMatchObject({
      status: 403,
    })
    expect(await first.ask('/api/operator/time')).toMatchObject({ status: 404 })
    await first.stop()
    expect(first.said.join('\n')).toMatch(/closed cleanly.*\n.*demonstration\n.*the clock stands still until then/)
    const second = await open({ DATA_DIR: data })
    expect(second.said.join('\n')).not.toMatch(/播放故事|账户/)
    expect(second.said.join('\n')).toMatch(/clock {8}2026-03-03 10:00/)
    expect(await second.signIn({ user: 'jianan-officer-1', password: shown[1] })).toMatchObject({ status: 200 })
    await second.stop()
    expect(await failure({ DATA_DIR: data }, ['--live'])).toBe(
      `The data directory ${data} holds a demonstration; it cannot be opened as a live city. Start it with npm start, or set DATA_DIR to another directory.`,
    )
  }, 60_000)

  it('opens an empty city on system time, without banner and operator', async () => {
    const live = await open({ DATA_DIR: join(dir, 'live'), AUTH: 'dev' }, ['--live'])
    expect((await live.ask('/healthz')).headers.get('liandun-demonstration')).toBeNull()
    expect((await live.ask('/')).text).not.toContain('演示世界')
    expect(await live.ask('/api/operator/time', { headers: { 'x-operator-token': 'x' } })).toMatchObject({
      status: 404,
    })
    expect(await live.signIn({ dev: { agency: 'SAMR-411003', office: 'head', person: 'x' } })).toMatchObject({
      status: 200,
    })
    await live.stop()
  }, 60_000)

  it('says what to do about a busy port, before it writes anything', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((done) => other.once('listening', done))
    const { port } = other.address() as AddressInfo
    const data = join(dir, 'never')
    expect(await failure({ PORT: String(port), DATA_DIR: data, TIME: 'manual' })).toBe(
      `Port ${port} is in use. Stop the program that has it, or choose another one: PORT=3001 npm start`,
    )
    expect(() => rmSync(data, { recursive: true })).toThrow('ENOENT')
    other.close()
  }, 60_000)

  it('says what to do about a story that is not there, and a folder that cannot be written', async () => {
    expect(await failure({ STORIES: join(dir, 'none.yaml'), DATA_DIR: join(dir, 'none') })).toMatch(
      /^There is no story .*none\.yaml to play\./,
    )
    writeFileSync(join(dir, 'file'), '')
    expect(await failure({ DATA_DIR: join(dir, 'file', 'data'), TIME: 'manual' })).toMatch(
      /^The data directory .* cannot be written \(ENOTDIR\)\./,
    )
    writeFileSync(join(dir, 'wrong.yaml'), STORY.replace('2026-03-03T10:00', '2026-03-01'))
    expect(await failure({ STORIES: join(dir, 'wrong.yaml'), DATA_DIR: join(dir, 'wrong') })).toMatch(
      /^ {2}entry 2: time goes back: 2026-03-01 is before 2026-03-02T09:00/,
    )
  }, 60_000)
})
