import type { Page } from '@playwright/test'
import type { Actor } from '#kernel'
import { Client, type Reply, type StepInfo } from '#story'
import { fieldsOf } from '../../services/portal/web/src/forms/fields.js'
import type { Node } from '../../services/portal/web/src/forms/schema.js'
import { Filling } from './fill.js'
import type { House } from './house.js'
import type { Windows } from './people.js'

interface Act {
  actor: Actor
  body: { at: string; reason?: string; input: Record<string, unknown> }
}

const STEP = /^\/api\/([a-z-]+\/[a-z-]+)(?:\/([a-z2-7]{26}))?\/([A-Z]\w*)$/
const ANSWER_MS = 15_000

/** Takes the steps of a story by hand, in the browser windows of its people; everything else is asked of the API. */
export class Hands extends Client {
  private forms: readonly StepInfo[] | undefined

  constructor(
    private readonly house: House,
    private readonly windows: Windows,
    /** Account of a natural person. */
    private readonly accountOf: (person: string) => string,
    /** Looks at every form when it is filled in, before it is sent. */
    private readonly look: (page: Page) => Promise<void> = async () => {},
  ) {
    super(house.url, house.operatorToken)
  }

  override async request(
    method: string,
    path: string,
    options: { actor?: Actor; body?: unknown; key?: string } = {},
  ): Promise<Reply> {
    const [, kind, id, step] = STEP.exec(path) ?? []
    if (method !== 'POST' || !kind || !step || !options.actor) return super.request(method, path, options)
    return this.byHand({ kind, id, step }, options as Act)
  }

  private async byHand(what: { kind: string; id?: string; step: string }, { actor, body }: Act): Promise<Reply> {
    this.forms ??= await this.steps()
    const info = this.forms.find((one) => one.kind === what.kind && one.step === what.step)!
    const page = await this.windows.of(this.accountOf(actor.person))
    const address = what.id === undefined ? `/begin/${what.kind}/${what.step}` : `/records/${what.kind}/${what.id}`
    await page.goto(`${this.house.url}${address}`)
    if (what.id !== undefined) await page.getByRole('button', { name: info.title.zh, exact: true }).first().click()
    const form = page.getByRole('region', { name: info.title.zh })
    await new Filling(page, form).all(fieldsOf(info.input as Node), body.input)
    await this.look(page)
    const answered = page.waitForResponse(
      (one) => one.request().method() === 'POST' && STEP.test(new URL(one.url()).pathname),
      {
        timeout: ANSWER_MS,
      },
    )
    await form.locator('.form-foot').getByRole('button', { name: info.title.zh, exact: true }).click()
    const reply = await answered
    return { status: reply.status(), body: (await reply.json()) as Record<string, unknown> }
  }
}
