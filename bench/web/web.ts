import { mkdirSync } from 'node:fs'
import { loadRules, type Rules } from '#rules'
import { openStoryHouse } from '../../tools/story-house.js'
import { services } from '../../tools/services.js'
import { builtConsole, canOpen, openWork, type Opened } from './page.js'
import { Register } from './register.js'

const NOW = '2026-03-02T09:00:00.000+08:00'
const ROUNDS = 105
/** Who looks: those who know a county, those who know the city, a police desk. */
const USERS = ['weidu-officer-1', 'weidu-head', 'city-head', 'weidu-police-officer-1', 'hub-intake-1']

export interface Asked {
  name: string
  /** Milliseconds, ascending. */
  took: number[]
  /** Of the processor, everything that this process did meanwhile: what a machine that is busy with other things does not lengthen. */
  cpu: number[]
}

type Person = Rules['users'][number]
type Session = Record<string, unknown>
type Ask = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<unknown>

const json = { 'content-type': 'application/json' }

const signIn = async (baseUrl: string, { agency, offices, person }: Person): Promise<Session> => {
  const body = JSON.stringify({ dev: { agency, office: offices[0], person } })
  const signed = await fetch(`${baseUrl}/api/sign-in`, { method: 'POST', headers: json, body })
  return (await signed.json()) as Session
}

const asking = async (baseUrl: string, person: Person): Promise<Ask> => {
  const sent = (path: string, init: RequestInit) => fetch(baseUrl + path, init)
  const { token } = await signIn(baseUrl, person)
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, ...(body !== undefined && json) }
    const reply = await sent(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    return reply.json()
  }
}

/** What is asked, each round about something else: whole names, pieces, numbers, codes, and what half of the city has. */
const questions = (register: Register, records: number) => {
  const some = (n: number) => register.make((n * 7919) % records)
  const search = (text: (n: number) => string) => (ask: Ask, n: number) =>
    ask('POST', '/api/portal/search', { text: text(n) })
  const list = (path: string) => (ask: Ask, n: number) =>
    ask('GET', `${path}${path.includes('?') ? '&' : '?'}skip=${(n % 5) * 20}`)
  return {
    'my work': list('/api/portal/work'),
    'my work, today': list('/api/portal/work?group=today'),
    'my work, others': list('/api/portal/work?group=others'),
    records: list('/api/portal/records'),
    'records, open, of one kind': list('/api/portal/records?kind=intake/lead&is=open&sort=due'),
    'records, begun in a month': list('/api/portal/records?from=2026-01-01&to=2026-01-31'),
    clocks: list('/api/portal/clocks'),
    'search: a whole name': search((n) => some(n).name),
    'search: three characters of a name': search((n) => some(n).name.slice(3, 6)),
    'search: two characters': search((n) => some(n).name.slice(4, 6)),
    'search: a number': search((n) => some(n).number),
    'search: a social credit code': search((n) => some(n).uscc),
    'search: what a sixth of all have': search(() => '有限公司'),
    overview: (ask: Ask) => ask('GET', '/api/portal/overview'),
  }
}

/** So many records on one machine; each question of each person, one after the other. */
export const web = async (dir: string, records: number): Promise<{ asked: Asked[]; page?: Opened }> => {
  mkdirSync(dir, { recursive: true })
  const rules = loadRules()
  const house = await openStoryHouse({ dir, rules, time: { now: () => NOW }, web: builtConsole })
  try {
    const register = new Register(services, rules, NOW)
    await register.fill(house.world.view('portal', 'records')!, records)
    const people = await Promise.all(
      USERS.map((name) =>
        asking(
          house.baseUrl,
          rules.users.find(({ user }) => user === name)!,
        ),
      ),
    )
    const asked: Asked[] = []
    for (const [name, question] of Object.entries(questions(register, records))) {
      const [took, cpu]: [number[], number[]] = [[], []]
      for (let n = 0; n < ROUNDS; n++) {
        const ask = people[n % people.length]!
        const [begin, used] = [performance.now(), process.cpuUsage()]
        await question(ask, n)
        if (n < people.length) continue
        took.push(performance.now() - begin)
        const { user, system } = process.cpuUsage(used)
        cpu.push((user + system) / 1000)
      }
      asked.push({ name, took: took.sort((a, b) => a - b), cpu: cpu.sort((a, b) => a - b) })
    }
    const first = rules.users.find(({ user }) => user === USERS[0])!
    const page = canOpen() ? await openWork(house.baseUrl, await signIn(house.baseUrl, first)) : undefined
    return { asked, page }
  } finally {
    await house.close()
  }
}
