import { Controller, Get, Inject, Query, Req, Res, type BeforeApplicationShutdown } from '@nestjs/common'
import { z } from 'zod'
import type { Actor } from '#kernel'
import { AsksQuery, worldOf } from '../guard.js'
import { HOUSE, headerOf, type House, type Incoming, type Outgoing, type WorldFace } from '../house.js'
import { Connections, type Line } from '../live/connections.js'
import { Feed, type News } from '../live/feed.js'
import { changeShown } from '../live/shown.js'
import { Log } from '../log.js'
import { read } from '../read.js'
import { tableOf } from '../seen.js'
import { titlesOf, type Titles } from '../titles.js'

const query = z.strictObject({ since: z.string().max(80).optional() })

const BEAT_MS = 15_000

/** What changed among the records that a person may know: told as it happens, or asked for now and then. */
@Controller('api/portal')
export class LiveRoutes implements BeforeApplicationShutdown {
  private readonly titles: Titles
  private readonly connections = new Connections()
  private readonly feeds = new Map<WorldFace, Feed>()
  private readonly log: Log

  constructor(@Inject(HOUSE) private readonly house: House) {
    this.titles = titlesOf(house.services)
    this.log = new Log(house.log)
  }

  /** Server-sent events: `ready`, `change`, `again` (look at everything again), `beat`, `end`. */
  @Get('live')
  async live(@Req() request: Incoming, @Res({ passthrough: true }) reply: Outgoing) {
    const { world, feed } = this.feedOf(request)
    reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').header('connection', 'close')
    if (request.method === 'HEAD') return undefined
    const { actor } = request.who!
    const line = this.connections.add(`${actor.agency} ${actor.person}`)
    try {
      await this.listen(line, feed, { world, actor, from: headerOf(request, 'last-event-id') })
    } catch (error) {
      line.end()
      throw error
    }
    this.keep(line, world, request)
    return line.stream
  }

  @AsksQuery()
  @Get('changes')
  async changes(@Query() asked: unknown, @Req() request: Incoming) {
    const { since } = read(query, asked)
    const { world, feed } = this.feedOf(request)
    const { changes, cursor, gap } = await feed.since(since)
    const { actor } = request.who!
    const told = changes.flatMap((one) => changeShown(one, actor, world.rules, this.titles) ?? [])
    return { now: world.time.now(), cursor: cursor(), gap, changes: told }
  }

  beforeApplicationShutdown(): void {
    this.connections.close()
    for (const feed of this.feeds.values()) feed.stop()
  }

  private feedOf(request: Incoming) {
    const world = worldOf(this.house, request)
    for (const name of ['timeline', 'records']) tableOf({ world }, name)
    this.forgetOthers()
    const feed = this.feeds.get(world) ?? new Feed(world, (error) => this.log.fault(error, {}, 'warn'))
    this.feeds.set(world, feed)
    return { world, feed }
  }

  /** Feeds of worlds that were ended. */
  private forgetOthers(): void {
    for (const [world, feed] of this.feeds) {
      if (this.house.worlds.named(world.name) === world) continue
      feed.stop()
      this.feeds.delete(world)
    }
  }

  private async listen(
    line: Line,
    feed: Feed,
    { world, actor, from }: { world: WorldFace; actor: Actor; from?: string | undefined },
  ): Promise<void> {
    const tell = ({ changes, cursor, gap }: News) => {
      for (const one of changes) {
        const shown = changeShown(one, actor, world.rules, this.titles)
        if (shown) line.send('change', shown, one.place())
      }
      if (gap) line.send('again', {}, cursor())
    }
    const { missed, quit } = await feed.hear(from, tell)
    line.onEnd(quit)
    line.send('ready', { now: world.time.now() }, missed.changes.length ? from : missed.cursor())
    tell(missed)
  }

  /** Until the token ends, the person goes or the house closes. */
  private keep(line: Line, world: WorldFace, { who }: Incoming): void {
    const beat = setInterval(() => line.send('beat', { now: world.time.now() }), BEAT_MS)
    const end = who!.until === undefined ? undefined : setTimeout(() => this.expire(line), who!.until - Date.now())
    line.onEnd(() => {
      clearInterval(beat)
      clearTimeout(end)
    })
  }

  private expire(line: Line): void {
    line.send('end', { why: 'signed-out' })
    line.end()
  }
}
