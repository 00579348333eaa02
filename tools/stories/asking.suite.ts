import { expect } from '@jest/globals'
import { sm3, type Actor } from '#kernel'
import { until } from '../../libs/ports/suite.js'
import { Checking, type Seen } from './checking.js'

/** Made differently each time, or by who answers. */
const OWN = ['cursor', 'trace', 'demonstration']

const REPORT = {
  channel: 'SRC-12315-JB',
  subject: { name: '魏都区某饰品店（虚构）', address: '八一路1号' },
  clue: '该店销售假冒“发韵”商标的假发',
}
/** Fictitious, like all persons here. */
const REPORTER = { name: '虚构的赵大', contact: '13900000000' }

const person = (agency: string, office: string, name = `${agency}-${office}`): Actor => ({
  ...{ agency, office, person: name },
})
const CLERK = person('SAMR-411002', 'intake')
const OFFICER = person('SAMR-411002', 'officer')
const LEADER = person('SAMR-411002', 'leader')
const READERS: readonly Actor[] = [
  ...[CLERK, OFFICER, LEADER, person('SAMR-411002', 'head'), person('HUB-411000', 'intake')],
  ...[person('SAMR-411000', 'head'), person('PSB-411002', 'officer'), person('SAMR-411003', 'officer')],
]

/** What was asked by whom, and the answer. */
export type Answered = readonly [what: string, answer: unknown]

/** One who asks a house for everything that people look at, and keeps what it answers, in order. */
export class Asking extends Checking {
  readonly told: Answered[] = []
  private keys = 0

  async ask(what: string, method: string, path: string, actor?: Actor, body?: unknown) {
    const by = actor && { actor }
    const reply = await this.request(method, path, {
      ...by,
      ...(body !== undefined && { body, key: `a${this.keys++}` }),
    })
    this.told.push([
      `${what} ${actor ? `${actor.agency} ${actor.office}` : 'public'}`,
      [reply.status, plain(reply.body)],
    ])
    return reply.body
  }

  act(path: string, actor: Actor, input: object, more: object = {}) {
    return this.ask(path, 'POST', `/api/${path}`, actor, { input, ...more })
  }

  /** Bytes, and as whose they were sent. */
  async bytes(path: string, actor: Actor): Promise<void> {
    const { body } = await this.request('POST', '/api/sign-in', { body: { dev: actor } })
    const headers = { authorization: `Bearer ${String(body.token)}` }
    const reply = await fetch(this.baseUrl + path, { headers })
    const digest = sm3(Buffer.from(await reply.arrayBuffer()).toString('base64'))
    this.told.push([path, [reply.status, reply.headers.get('content-type'), digest]])
  }

  /** Changes as they are told to whoever listens at the portal, from now on. */
  async listen(actor: Actor) {
    const { body } = await this.request('POST', '/api/sign-in', { body: { dev: actor } })
    const control = new AbortController()
    const headers = { authorization: `Bearer ${String(body.token)}` }
    const reply = await fetch(`${this.baseUrl}/api/portal/live`, { headers, signal: control.signal })
    let text = ''
    const reading = (async () => {
      for await (const part of reply.body!.pipeThrough(new TextDecoderStream())) text += part
    })().catch(() => {})
    await until(() => text.includes('event: ready'), 10_000)
    const changes = () =>
      [...text.matchAll(/event: change\n(?:id: .*\n)?data: (.*)\n/g)].map(([, data]) => plain(JSON.parse(data!)))
    const close = async () => {
      control.abort()
      await reading
    }
    return { changes, close, text: () => text }
  }
}

/** Without what is made differently each time. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !OWN.includes(name))
      .map(([name, one]) => [name, plain(one)]),
  )
}

const lists = async (house: Asking, all: readonly Seen[]): Promise<void> => {
  const [first] = all.filter(({ kind }) => kind === 'intake/lead')
  for (const actor of READERS) {
    for (const path of ['work', 'work?group=all', 'records', 'clocks', 'overview', 'choices'])
      await house.ask(path, 'GET', `/api/portal/${path}`, actor)
    await house.ask('dossier', 'GET', `/api/portal/dossiers/${first!.shown.dossier}`, actor)
    await house.ask('search', 'POST', '/api/portal/search', actor, { text: '饰品' })
    await house.ask('likely', 'POST', '/api/portal/likely-leads', actor, { name: '魏都区某饰品厂' })
    await house.ask('mine', 'GET', '/api/steps/mine', actor)
  }
  for (const path of ['penalties', 'listings', 'identifications']) await house.ask(path, 'GET', `/api/outside/${path}`)
  await house.ask('penalties by name', 'POST', '/api/outside/penalties', undefined, { name: '饰品' })
}

const records = async (house: Asking, all: readonly Seen[]): Promise<void> => {
  for (const { kind, id } of all) {
    const { body } = await house.request('GET', `/api/${kind}/${id}/papers`, { actor: OFFICER })
    for (const actor of [OFFICER, LEADER]) {
      await house.ask(`${kind} ${id}`, 'GET', `/api/${kind}/${id}`, actor)
      await house.ask(`papers of ${kind} ${id}`, 'GET', `/api/${kind}/${id}/papers`, actor)
    }
    const printed = (body.papers as { href?: string; printable: boolean }[] | undefined) ?? []
    for (const { href } of printed.filter(({ printable }) => printable).slice(0, 1)) await house.bytes(href!, OFFICER)
  }
}

/** A submission, what becomes of it, an identity opened by two, rehearsals, and a version that is stale. */
const outside = async (house: Asking): Promise<void> => {
  const submitted = await house.request('POST', '/api/outside/submissions', {
    body: { input: { ...REPORT, reporter: REPORTER } },
  })
  expect(submitted).toMatchObject({ status: 201 })
  await house.quiet()
  await house.ask('status', 'POST', '/api/outside/status', undefined, { code: submitted.body.code })
  await house.ask('no such code', 'POST', '/api/outside/status', undefined, { code: 'AAAA-AAAA-AAAA-AAAA' })
  const input = { ...REPORT, ip: 'trademark', handler: true, reporter: REPORTER }
  await house.act('intake/lead/RegisterLead', CLERK, input, { rehearse: true })
  const { id } = await house.act('intake/lead/RegisterLead', CLERK, input)
  const lead = `intake/lead/${String(id)}`
  await house.act(`${lead}/AskIdentity`, CLERK, { purpose: 'feedback', reason: '依法告知处理结果' })
  await house.act(`${lead}/AgreeIdentity`, LEADER, {})
  const opened = await house.act(`${lead}/OpenIdentity`, CLERK, {})
  expect(opened.opened).toEqual(REPORTER)
  await house.act(`${lead}/CollectEvidence`, OFFICER, { items: ['x'] }, { rehearse: true })
  await house.quiet()
  await house.ask('work', 'GET', '/api/portal/work?group=all', CLERK)
  await house.ask(lead, 'GET', `/api/${lead}`, CLERK)
}

/** Somebody listens at the portal while somebody else acts in another process. */
const live = async (house: Asking): Promise<void> => {
  const [seeing, blind] = [await house.listen(CLERK), await house.listen(person('SAMR-411003', 'officer'))]
  const { id } = await house.act('intake/lead/RegisterLead', CLERK, { ...REPORT, ip: 'trademark', handler: true })
  await until(() => seeing.changes().length > 0, 10_000)
  await house.quiet()
  expect(seeing.text()).toContain(String(id))
  expect(blind.text()).not.toContain(String(id))
  house.told.push(['live', seeing.changes()])
  await seeing.close()
  await blind.close()
}

/** Once the flagship matter was played. */
export const askAll = async (house: Asking, all: readonly Seen[]): Promise<readonly Answered[]> => {
  await lists(house, all)
  await records(house, all)
  await outside(house)
  await live(house)
  return house.told
}
