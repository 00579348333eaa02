import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { join } from 'node:path'
import { openTokens } from '../accounts/tokens.js'
import { openSample, OPERATOR_TOKEN, type Sample } from '../shell.sample.js'

let sample: Sample
let url: string
let officer: string
let keys = 0

beforeAll(async () => {
  sample = await openSample()
  await sample.app.listen(0, '127.0.0.1')
  url = (await sample.app.getUrl()).replace('[::1]', '127.0.0.1')
  officer = await sample.as('A-1', 'officer', 'p1')
})
afterAll(() => sample.close())

interface Told {
  id?: string
  event: string
  data: Record<string, unknown>
}

const read = (block: string): Told => {
  const lines = new Map(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]))
  return { id: lines.get('id'), event: lines.get('event')!, data: JSON.parse(lines.get('data')!) as never }
}

/** A line as a browser reads it: what came so far, and whether it has ended. */
const listen = async (by: string, from?: string) => {
  const control = new AbortController()
  const headers = { authorization: by, ...(from === undefined ? {} : { 'last-event-id': from }) }
  const reply = await fetch(`${url}/api/portal/live`, { headers, signal: control.signal })
  const told: Told[] = []
  let ended = false
  const reading = (async () => {
    let text = ''
    for await (const part of reply.body!.pipeThrough(new TextDecoderStream())) {
      text += part
      const blocks = text.split('\n\n')
      text = blocks.pop()!
      told.push(...blocks.map(read))
    }
  })().then(
    () => (ended = true),
    () => (ended = true),
  )
  const until = async (wanted: (told: readonly Told[]) => boolean) => {
    while (!wanted(told)) await new Promise((done) => setTimeout(done, 20))
    return told
  }
  const close = async () => {
    control.abort()
    await reading
  }
  if (reply.ok) await until((all) => all.some(({ event }) => event === 'ready'))
  return {
    reply,
    told,
    until,
    close,
    ended: () => ended,
    changes: () => told.filter(({ event }) => event === 'change'),
  }
}

const post = async (path: string, body: unknown, by = officer) =>
  (await (
    await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: by, 'x-operator-token': OPERATOR_TOKEN },
      body: JSON.stringify(body),
    })
  ).json()) as { id: string }
const get = async (path: string, by = officer) =>
  (await (await fetch(`${url}${path}`, { headers: { authorization: by } })).json()) as {
    cursor: string
    gap: boolean
    changes: Record<string, unknown>[]
  }
const serve = (to = `L-${keys++}`) =>
  post('/api/alpha/notice/Serve', { input: { servedOn: '2026-03-02', to, officers: ['p1'] } })
const changed =
  (id: string) =>
  (told: readonly Told[]): boolean =>
    told.some(({ event, data }) => event === 'change' && data.id === id)

describe('live updates', () => {
  it('tell what was done, by whom and by what, to those who may know the record', async () => {
    const [mine, above, stranger] = await Promise.all(
      [officer, await sample.as('CITY', 'leader', 'p7'), await sample.as('B-1', 'officer', 'p9')].map((by) =>
        listen(by),
      ),
    )
    expect(mine!.reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(mine!.reply.headers.get('cache-control')).toBe('no-store')
    const { id } = await serve()
    await Promise.all([mine!, above!].map((one) => one.until(changed(id))))
    expect(mine!.changes().find(({ data }) => data.id === id)).toEqual({
      id: expect.any(String),
      event: 'change',
      data: {
        ...{ id, kind: 'alpha/notice', dossier: id, version: 1, step: 'Serve', own: true },
        ...{ stepTitle: { zh: '送达', en: 'Serve' }, at: expect.any(String), recordedAt: expect.any(String) },
        by: { kind: 'person', agency: 'A-1', name: { zh: 'A-1', en: 'A-1' }, office: 'officer' },
      },
    })
    await mine!.until((told) => told.some(({ data }) => data.kind === 'beta/file'))
    expect(mine!.changes().find(({ data }) => data.kind === 'beta/file')!.data.by).toMatchObject({ kind: 'reaction' })
    expect(above!.changes().find(({ data }) => data.id === id)!.data).toMatchObject({ own: false })
    await post('/api/operator/time', { to: '2026-03-10T00:00' })
    const lapsed = ({ data }: Told) => data.id === id && (data.by as { kind: string }).kind === 'clock'
    await mine!.until((told) => told.some((one) => one.event === 'change' && lapsed(one)))
    expect(stranger!.told.map(({ event }) => event)).toEqual(['ready'])
    await Promise.all([mine!, above!, stranger!].map((one) => one.close()))
  })

  it('tell a party only which of its own records changed, when its outline shows it', async () => {
    const party = await listen(await sample.as('RESPONDENT', 'party', 'x', 'u9'))
    const { id } = await serve('party:u9')
    const [told] = (await party.until(changed(id))).filter(({ event }) => event === 'change')
    expect(told!.data).toEqual({ id, kind: 'alpha/notice' })
    const other = await serve('party:u8')
    await post(`/api/alpha/notice/${id}/Answer`, { input: { answer: 'x' } })
    await party.until(() => party.changes().length === 2)
    expect(party.changes().some(({ data }) => data.id === other.id)).toBe(false)
    await party.close()
  })

  it('go on from where a line broke, and say when they cannot', async () => {
    const first = await listen(officer)
    const one = await serve()
    await first.until(changed(one.id))
    const place = first.told.filter(({ event }) => event === 'change').at(-1)!.id!
    await first.close()
    const two = await serve()
    const watching = await listen(officer)
    const three = await serve()
    await watching.until(changed(three.id))
    const again = await listen(officer, place)
    await again.until(changed(three.id))
    expect([one, two, three].map(({ id }) => again.changes().some(({ data }) => data.id === id))).toEqual([
      false,
      true,
      true,
    ])
    expect(again.told.map(({ event }) => event)).not.toContain('again')
    const lost = await listen(officer, 'of-another-run')
    await lost.until((told) => told.some(({ event }) => event === 'again'))
    await Promise.all([watching, again, lost].map((line) => line.close()))
  })

  it('may be asked for now and then instead', async () => {
    const stranger = await sample.as('B-1', 'officer', 'p9')
    const [{ cursor }, theirs] = await Promise.all([get('/api/portal/changes'), get('/api/portal/changes', stranger)])
    const { id } = await serve()
    let told = await get(`/api/portal/changes?since=${cursor}`)
    while (!told.changes.some((one) => one.id === id)) told = await get(`/api/portal/changes?since=${cursor}`)
    expect(told).toMatchObject({
      gap: false,
      changes: expect.arrayContaining([expect.objectContaining({ version: 1 })]),
    })
    expect(await get(`/api/portal/changes?since=${told.cursor}`)).toMatchObject({ gap: false, changes: [] })
    expect(await get(`/api/portal/changes?since=${theirs.cursor}`, stranger)).toMatchObject({ gap: false, changes: [] })
    expect(await get('/api/portal/changes?since=x')).toMatchObject({ gap: true, changes: [] })
  })

  it('name no place twice alike: nobody counts by them what others do', async () => {
    const asked = await Promise.all([get('/api/portal/changes'), get('/api/portal/changes')])
    expect(asked[0]!.cursor).not.toBe(asked[1]!.cursor)
    expect(asked[0]!.cursor).toHaveLength(asked[1]!.cursor.length)
  })

  it('are kept for six windows of one person', async () => {
    const by = await sample.as('A-1', 'leader', 'p2')
    const lines = await Promise.all([1, 2, 3, 4, 5, 6].map(() => listen(by)))
    const seventh = await fetch(`${url}/api/portal/live`, { headers: { authorization: by } })
    expect([seventh.status, await seventh.json()]).toMatchObject([429, { code: 'TOO_MANY_LINES', facts: { most: 6 } }])
    await lines[0]!.close()
    let next = await listen(by)
    while (next.reply.status === 429) next = await listen(by)
    await Promise.all([...lines, next].map((line) => line.close()))
  })

  it('end with the token, and are for those who are signed in', async () => {
    const short = await openTokens(join(sample.dir, 'token.key'), 1 / 60)
    const token = await short.sign({ actor: { agency: 'A-1', office: 'officer', person: 'p1' }, name: '', level: '' })
    const line = await listen(`Bearer ${token}`)
    await line.until(() => line.ended())
    expect(line.told.at(-1)).toMatchObject({ event: 'end', data: { why: 'signed-out' } })
    expect((await fetch(`${url}/api/portal/live`)).status).toBe(401)
  })

  it('end when the house closes', async () => {
    const other = await openSample()
    await other.app.listen(0, '127.0.0.1')
    const at = (await other.app.getUrl()).replace('[::1]', '127.0.0.1')
    const reply = await fetch(`${at}/api/portal/live`, { headers: { authorization: await other.as('A-1', 'x', 'p') } })
    await other.close()
    expect(await reply.text()).toContain('event: ready')
  })
})
