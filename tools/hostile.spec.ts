import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { canonical } from '#kernel'
import type { Pool } from '#kernel/sample'
import {
  askOf,
  basesOf,
  bodiesOf,
  largeOf,
  poolOf,
  putsOf,
  readyTargets,
  shapesOf,
  targetsOf,
  type Put,
  type Target,
} from './hostile/asks.js'
import { badRefusal, Door, line, type Ask, type Told } from './hostile/door.js'
import {
  filled,
  notTheOperator,
  routesOf,
  wrongMethods,
  wrongNames,
  wrongOperations,
  wrongQueries,
  type Route,
} from './hostile/doors.js'
import { BODIES, valuesFor } from './hostile/junk.js'
import { oddAsk, oddInputs, wasDone, type Answered, type Odd } from './hostile/odd.js'
import { badTokens, signIns } from './hostile/people.js'
import { drawFrom, pathsIn, reads, withRaw } from './hostile/shapes.js'
import { Spoiling } from './hostile/spoiling.js'
import { openStage, type Stage } from './hostile/stage.js'
import { chainsOf, Sessions, Watch } from './hostile/standing.js'
import { play, StoryError } from '#story'
import { chainFault, type ShownChain } from './chain-check.js'

/** Everything that can be sent to the running house and should not be: always a 4xx that explains itself, and nothing written. */

let dir: string
let stage: Stage
let door: Door
let watch: Watch
let sessions: Sessions
let targets: Target[]
let pool: Pool

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hostile-'))
  stage = await openStage(dir)
  door = new Door(stage.house.baseUrl)
  watch = new Watch(stage, door)
  sessions = new Sessions(door)
  targets = await targetsOf(stage, watch, sessions)
  pool = poolOf(stage)
}, 60_000)

afterAll(async () => {
  door.close()
  await stage.house.close()
  rmSync(dir, { recursive: true, force: true })
})

const MOST_SHOWN = 25
const none = (faults: readonly (string | undefined)[]): void => {
  const found = faults.filter((fault) => fault !== undefined)
  expect({ count: found.length, faults: found.slice(0, MOST_SHOWN) }).toEqual({ count: 0, faults: [] })
}

/** Sends everything and demands that nothing in any world has moved. */
const inVain = async (asks: readonly Ask[], fault: (told: Told) => string | undefined = badRefusal): Promise<void> => {
  const before = await watch.everything()
  const told = await door.all(asks)
  none(told.map(fault))
  expect(await watch.everything()).toEqual(before)
}

const is =
  (...statuses: number[]) =>
  (told: Told): string | undefined =>
    badRefusal(told) ?? (statuses.includes(told.status) ? undefined : line(told, statuses.join(' or ')))

describe('every step', () => {
  it('takes no body that is not an object of its form', async () => {
    await inVain(targets.flatMap(bodiesOf), is(400))
  })

  it('takes no more than the stated size', async () => {
    await inVain(targets.filter((_, n) => n % 6 === 0).map(largeOf), is(413))
  })

  it('takes no field too many, and none too few', async () => {
    const asks = targets.flatMap((target) =>
      basesOf(stage, target, pool)
        .slice(0, 2)
        .flatMap((base) => shapesOf(target, base)),
    )
    expect(asks.length).toBeGreaterThan(targets.length)
    await inVain(asks, is(400))
  })

  it('refuses in every field what the form does not let through', async () => {
    let fields = 0
    const all = targets.map((target) => putsOf(target, basesOf(stage, target, pool), () => fields++))
    expect(all.flatMap(({ missed }, n) => missed.map((field) => `${targets[n]!.step.name}${field}`))).toEqual([])
    const wrong = all.flatMap(({ puts }) => puts.filter(({ fits }) => fits !== true))
    console.log(`${targets.length} steps, ${fields} fields, ${wrong.length} wrong values`)
    const named = new Map<Ask, Put>(wrong.map((put) => [put.ask, put]))
    await inVain([...named.keys()], (told) => is(400)(told) ?? blamed(told, named.get(told.ask)!))
  }, 120_000)
})

describe('every address', () => {
  let routes: Route[]
  let names: Record<string, string>
  let headers: Record<string, string>
  let them: Target
  beforeAll(async () => {
    const document = await door.send({ method: 'GET', path: '/api/openapi.json', why: 'routes' })
    routes = routesOf(document.body)
    them = targets.find(({ record }) => record)!
    headers = { authorization: them.token, 'liandun-world': them.world }
    names = {
      id: them.record!.id,
      clock: 'CLK-VERIFY',
      dossier: them.record!.dossier,
      code: 'ERR_STATE',
      report: 'x.html',
    }
  })

  it('says which methods it takes', async () => {
    const asks = wrongMethods(routes, names, them.token)
    expect(asks.length).toBeGreaterThan(1000)
    await inVain(
      asks,
      (told) => is(404, 405)(told) ?? (told.status === 405 && !told.headers.allow ? line(told, 'Allow') : undefined),
    )
  })

  it('finds nothing under junk names', async () => {
    await inVain(wrongNames(routes, names, headers), is(400, 404))
  })

  it('takes no question that it does not know', async () => {
    await inVain(wrongQueries(routes, names, headers), is(400, 404))
  })

  it('takes JSON only', async () => {
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'application/jsonx',
      'text/json',
      'x',
      '*/*',
      '',
    ]
    const asks = targets.flatMap((target, n) =>
      types
        .filter((_, i) => i % 3 === n % 3)
        .map((type) => askOf(target, `type ${type}`, '{"input":{}}', { 'content-type': type })),
    )
    await inVain(asks, is(415))
  })

  it('knows nobody without a good token', async () => {
    const bad = badTokens(dir, them.token)
    const closed = routes.filter(({ open }) => !open)
    const asks = closed.flatMap(({ path, methods }, n) =>
      Object.entries(bad)
        .filter((_, i) => i % 3 === n % 3)
        .map(([why, authorization]) => ({
          method: methods[0]!,
          path: filled(path, names),
          headers: { authorization, 'content-type': 'application/json' },
          body: methods[0] === 'POST' ? '{"input":{}}' : undefined,
          why,
        })),
    )
    await inVain(asks, is(401))
    await inVain(
      closed.map(({ path, methods }) => ({ method: methods[0]!, path: filled(path, names), why: 'no token' })),
      is(401),
    )
  })

  it('knows no world of another name, and no record of another world', async () => {
    const worlds = ['none', '', 'MAIN', '../main', '__proto__', 'constructor', 'a'.repeat(4000)]
    const asks = targets.flatMap((target, n) =>
      [worlds[n % worlds.length]!].map((world) =>
        askOf(target, `world ${world}`, '{"input":{}}', { 'liandun-world': world }),
      ),
    )
    await inVain(asks, is(404))
    const away = targets.flatMap((target) => {
      const other = stage.worlds.find(({ records }) => records.every(({ id }) => id !== target.record?.id))
      const [input] = basesOf(stage, target, pool).slice(-1)
      return target.record && other
        ? [askOf(target, 'record of another world', JSON.stringify({ input }), { 'liandun-world': other.name })]
        : []
    })
    expect(away.length).toBeGreaterThan(100)
    await inVain(away, is(404))
  })

  it('takes no id of another kind', async () => {
    const kinds = [...new Set(stage.worlds.flatMap(({ records }) => records.map(({ kind }) => kind)))]
    const asks = targets.flatMap((target, n) => {
      const other = kinds.filter((kind) => kind !== target.kind)[n % (kinds.length - 1)]!
      const world = stage.worlds.find(({ records }) => records.some(({ kind }) => kind === other))!
      const { id } = world.records.find(({ kind }) => kind === other)!
      const [input] = basesOf(stage, target, pool).slice(-1)
      return [
        askOf(
          { ...target, path: `/api/${target.kind}/${id}/${target.step.name}`, world: world.name },
          `id of a ${other}`,
          JSON.stringify({ input }),
        ),
      ]
    })
    await inVain(asks, is(403, 404))
  })

  it('takes no junk for a header', async () => {
    const junk: Record<string, string>[] = [
      { 'idempotency-key': 'k'.repeat(10_240) },
      { 'idempotency-key': '' },
      { 'idempotency-key': 'a b' },
      { 'idempotency-key': '\u00e9' },
      ...['x', '"x"', '3', '"-1"', '"1e3"', '"99999999999"', '"1", "2"', 'W/"x"', ''].map((tag) => ({
        'if-match': tag,
      })),
    ]
    const asks = targets.flatMap((target, n) =>
      junk
        .filter((_, i) => i % 3 === n % 3)
        .flatMap((more) =>
          basesOf(stage, target, pool)
            .slice(-1)
            .map((input) => askOf(target, JSON.stringify(more).slice(0, 60), JSON.stringify({ input }), more)),
        ),
    )
    await inVain(asks, is(400))
    await inVain([askOf(them, '20 KB of headers', '{}', { 'x-junk': 'j'.repeat(20_000) })], is(400, 431))
  })

  it('does not exist for others where it is the operator’s', async () => {
    await inVain(notTheOperator(them.token), is(404))
  })

  it('takes no junk from the operator', async () => {
    await inVain(wrongOperations(stage), is(400, 404))
  })

  it('signs nobody in who does not fit the form', async () => {
    const bodies = [...BODIES.map(({ raw }) => raw), ...signIns()]
    const asks = bodies.map((body) => ({
      method: 'POST',
      path: '/api/sign-in',
      headers: { 'content-type': 'application/json' },
      body,
      why: 'sign in',
    }))
    await inVain(asks, is(400, 401, 429))
  })
})

describe('whatever a form lets through', () => {
  const ROUNDS = Number(process.env.ROUNDS ?? 40)
  const seed = Number(process.env.SEED ?? 1)
  const draw = drawFrom(seed)
  const answered: Answered[] = []

  const send = async (now: readonly Target[], odd: Odd, n: number | string): Promise<void> => {
    const told = await door.all(now.map((target, i) => oddAsk(target, odd, draw, `${seed}-${n}-${i}`)))
    answered.push(...told.map((one, i) => ({ world: now[i]!.world, told: one })))
    for (const [i, { status, body }] of told.entries())
      if (status === 201)
        stage.worlds
          .find(({ name }) => name === now[i]!.world)!
          .records.push({ kind: now[i]!.kind, id: body.id as string })
  }

  /** Every step somewhere, most of them out of order; then, again and again, what may be done now. */
  const round = async (n: number, odd: Odd): Promise<void> => {
    if (n % 8 === 0) await send(await targetsOf(stage, watch, sessions, `hostile-${n}`, n), odd, n)
    else await send([...(await readyTargets(stage, watch, sessions, draw)), ...firsts(n)], odd, n)
    if (n % 5 === 4) for (const { name } of stage.worlds) await watch.later(name, 86_400_000 * (1 + draw(20)))
  }

  /** A few new records, of the world whose turn it is. */
  const firsts = (n: number): Target[] =>
    targets
      .filter(({ step }) => step.from.includes('new'))
      .map((target) => ({ ...target, world: stage.worlds[n % stage.worlds.length]!.name }))

  it('is done or refused, and never a fault', async () => {
    const odd = oddInputs(stage, targets, pool)
    for (let n = 0; n < ROUNDS; n++) await round(n, odd)
    none(answered.map(({ told }) => (told.status < 300 ? undefined : badRefusal(told))))
    const done = answered.filter(wasDone)
    console.log(
      `${answered.length} inputs in ${ROUNDS} rounds, ${done.length} done, of ${new Set(done.map(({ told }) => told.ask.path.replace(/[a-z2-7]{26}/, ''))).size} steps`,
    )
    expect(done.length).toBeGreaterThan(ROUNDS)
  }, 120_000)

  it('parks nothing', async () => {
    for (const { name } of stage.worlds)
      expect({ name, ...(await watch.ask(name, 'GET', '/parked')).body }).toEqual({ name, parked: [] })
  })

  /** What was refused at its own time may be done by now, and moves the record under the others: sent until none is. */
  const settled = async (asks: readonly Ask[]): Promise<Told[]> => {
    for (;;) {
      const told = await door.all(asks)
      if (!told.some(({ status, body }) => status < 300 && body.repeated !== true)) return told
    }
  }

  it('is answered as before when it is sent again, and nothing is written', async () => {
    const done = answered.filter(wasDone).map(({ told }) => told)
    const refused = await settled(
      answered
        .filter((one) => !wasDone(one))
        .slice(-400)
        .map(({ told }) => told.ask),
    )
    for (const first of [done, refused]) {
      const before = await watch.everything()
      const again = await door.all(first.map(({ ask }) => ask))
      none(
        again.map((now, n) =>
          same(first[n]!, now) ? undefined : line(now, `${first[n]!.status} ${first[n]!.text.slice(0, 400)}`),
        ),
      )
      expect(await watch.everything()).toEqual(before)
    }
    answered.push(...refused.map((told) => ({ world: String(told.ask.headers!['liandun-world']), told })))
  })

  it('is not done under a key that was used for another body', async () => {
    const done = answered.filter(wasDone).map(({ told: { ask } }) => ({
      ...ask,
      why: 'key reused',
      body: String(ask.body).replace(/^\{/, '{"reason":"另一份",'),
    }))
    await inVain(
      done,
      (told) => is(422)(told) ?? (told.body.code === 'KEY_REUSED' ? undefined : line(told, 'KEY_REUSED')),
    )
  })

  it('leaves chains that hold, with what was done, and of what was refused a digest', async () => {
    const known = new Set([
      ...answered.map(({ told }) => told.body.message),
      ...stage.worlds.flatMap(({ acts }) => acts.map(({ reply }) => reply.body.message)),
    ])
    for (const world of stage.worlds) {
      const more = answered.filter((one) => one.world === world.name && wasDone(one))
      world.records = await watch.withCaused(
        world,
        more.map(({ told }) => told.body.message as string),
      )
      none(
        (await chainsOf(world, watch, sessions, stage.house.rules)).map(
          (chain) => chainFault(chain) ?? unexplained(chain, known),
        ),
      )
    }
  })
})

describe('stories with junk in their fields', () => {
  const draw = drawFrom(Number(process.env.SEED ?? 1))
  /** Of the inputs every how many-th has junk in a field. */
  const EVERY = 3

  /** The same input with one field of junk that its form lets through. */
  const spoiled = (kind: string, name: string, input: Record<string, unknown>): Record<string, unknown> => {
    const { step } = stage.steps.find((one) => one.kind === kind && one.step.name === name)!
    const paths = pathsIn(input)
    if (!paths.length || draw(EVERY)) return input
    const path = paths[draw(paths.length)]!
    const fitting = valuesFor(draw(9)).flatMap(({ raw, never }) => {
      const made = never ? undefined : (JSON.parse(withRaw(input, path, raw)) as Record<string, unknown>)
      return made && reads(step, made) ? [made] : []
    })
    return fitting.length ? fitting[draw(fitting.length)]! : input
  }

  it('are done or refused entry by entry, and park nothing', async () => {
    const answers: Told[] = []
    const { house } = stage
    for (const story of stage.stories) {
      const client = new Spoiling(house.baseUrl, house.operatorToken, spoiled, answers)
      await play({ ...story, branches: [] }, { client, rules: house.rules }).catch((error: unknown) => {
        if (!(error instanceof StoryError)) throw error
      })
      expect({ story: story.story, ...(await client.operator('GET', '/parked')).body }).toEqual({
        story: story.story,
        parked: [],
      })
    }
    none(answers.map((told) => (told.status < 300 ? undefined : badRefusal(told))))
    console.log(
      `${answers.length} entries of ${stage.stories.length} stories, ${answers.filter(({ status }) => status < 300).length} done`,
    )
  }, 60_000)
})

/** The same answer, but for what tells that it was given before, and who reported, which is told once. */
const same = (first: Told, again: Told): boolean => {
  const told = ({ status, body }: Told) =>
    canonical(JSON.parse(JSON.stringify({ ...body, status, repeated: undefined, opened: undefined, trace: undefined })))
  return (
    told(first) === told(again) &&
    (first.status >= 300 || (again.body.repeated === true && again.headers['idempotent-replayed'] === 'true'))
  )
}

/** A commit that nobody asked for, or a refusal that keeps more than its digest. */
const unexplained = (chain: ShownChain, known: ReadonlySet<unknown>): string | undefined => {
  for (const { seq, message, sections } of chain.commits) {
    const header = JSON.parse(sections.header!.text) as {
      cause?: object
      lapse?: object
      refused?: object
      step: string
      at: string
      recordedAt: string
    }
    if (!header.cause && !header.lapse && !known.has(message)) return `${seq} ${header.step}: nobody asked for it`
    if (
      !header.refused &&
      (!/^\d{4}-.{18}\+08:00$/.test(header.at) || (!header.refused && header.at > header.recordedAt))
    )
      return `${seq} ${header.step}: dated ${header.at}`
    if (header.refused && (sections.input || sections.events || sections.papers))
      return `${seq} ${header.step}: a refusal that keeps the body`
  }
  return undefined
}

/** A value that the form refuses is named with its field. */
const blamed = (told: Told, { path, fits }: Put): string | undefined => {
  if (fits === undefined) return told.body.code === 'MALFORMED' ? undefined : line(told, 'MALFORMED')
  const issues = (told.body.issues ?? []) as { path: string }[]
  const field = `input.${path[0]}`
  return issues.some((issue) => issue.path === field || issue.path.startsWith(`${field}.`))
    ? undefined
    : line(told, `an issue at ${field}`)
}
