import type { Actor, Instant } from '#kernel'
import type { Rules } from '#rules'
import type { Reply, World } from '#story'
import type { Killable } from '../killable.js'
import { Checking } from './checking.js'

/** Where the process is killed: before the n-th entry begins, or right after its answer, while the others are being told. */
export interface Cuts {
  before: readonly number[]
  after: readonly number[]
}

/** Plays as any client does; at the cuts the house is killed, opened again on the same directory, and its world gone on with. */
export class Interrupted extends Checking {
  private entry = 0
  private world: World | undefined

  constructor(
    private readonly house: Killable,
    token: string,
    rules: Rules,
    private readonly cuts: Cuts,
  ) {
    super(house.baseUrl, token, rules)
  }

  override async openWorld(world: World): Promise<void> {
    await super.openWorld(world)
    const { current } = (await this.operator('GET', '/worlds')).body as { current: string }
    this.world = { ...world, name: current }
  }

  override async advance(to: Instant): Promise<Reply> {
    this.entry += 1
    if (this.cuts.before.includes(this.entry)) await this.again()
    return super.advance(to)
  }

  override async request(
    method: string,
    path: string,
    options: { actor?: Actor; body?: unknown; key?: string } = {},
  ): Promise<Reply> {
    const reply = await super.request(method, path, options)
    if (options.key && this.cuts.after.includes(this.entry)) await this.again()
    return reply
  }

  private async again(): Promise<void> {
    await this.house.killAndStart()
    await this.operator('POST', '/worlds', { ...this.world, resume: true })
  }
}
