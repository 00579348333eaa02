import { expect, type Page, type Response } from '@playwright/test'
import type { Actor } from '#kernel'
import { Client, type Reply, type StepInfo } from '#story'
import { fieldsOf, type Field } from '../../services/portal/web/src/forms/fields.js'
import type { Node } from '../../services/portal/web/src/forms/schema.js'
import { Filling } from './fill.js'
import type { House } from './house.js'
import type { Windows } from './people.js'

interface What {
  kind: string
  id?: string
  step: string
}
interface Act {
  actor: Actor
  body: { at: string; reason?: string; input: Record<string, unknown> }
}

const STEP = /^\/api\/([a-z-]+\/[a-z-]+)(?:\/([a-z2-7]{26}))?\/([A-Z]\w*)$/
const ANSWER_MS = 15_000
/** What is not there after so long is not offered. */
const OFFERED_MS = 8000

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
    return this.byHand({ kind, id, step }, options as Act, () => super.request(method, path, options))
  }

  private async byHand(what: What, { actor, body }: Act, again: () => Promise<Reply>): Promise<Reply> {
    this.forms ??= await this.steps()
    const info = this.forms.find((one) => one.kind === what.kind && one.step === what.step)!
    const page = await this.windows.of(this.accountOf(actor.person))
    const fields = fieldsOf(info.input as Node)
    const from =
      what.id === undefined ? buildsOn(fields, body.input) : { kind: what.kind, id: what.id, field: undefined }
    await page.goto(
      `${this.house.url}${from ? `/records/${from.kind}/${from.id}` : `/begin/${what.kind}/${what.step}`}`,
    )
    if (from && !(await press(page, info.title.zh))) return this.notOffered(page, info.title.zh, again)
    const form = page.getByRole('region', { name: info.title.zh, exact: true })
    await new Filling(page, form).all(fields, from?.field ? without(body.input, from.field) : body.input)
    await this.look(page)
    const answered = page.waitForResponse((one) => isAct(one), { timeout: ANSWER_MS })
    await form.locator('.form-foot').getByRole('button', { name: info.title.zh, exact: true }).click()
    const reply = await answered
    return { status: reply.status(), body: (await reply.json()) as Record<string, unknown> }
  }

  /** What may not be done stands there with its reason, the same that whoever sends it all the same is told. */
  private async notOffered(page: Page, title: string, again: () => Promise<Reply>): Promise<Reply> {
    const steps = page.locator('#record-steps')
    const reply = await again()
    await expect(steps).toContainText(title)
    // The console says days with their weekdays.
    for (const part of String(reply.body.zh).split(/\d{4}-\d\d-\d\d/)) await expect(steps).toContainText(part)
    return reply
  }
}

/** Sent to be taken, not to be rehearsed. */
const isAct = (one: Response): boolean => {
  const request = one.request()
  if (request.method() !== 'POST' || !STEP.test(new URL(one.url()).pathname)) return false
  return (request.postDataJSON() as { rehearse?: boolean }).rehearse !== true
}

const without = (input: Record<string, unknown>, field: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([name]) => name !== field))

/** The record that a first step is begun from: the first that its input names; its form has it filled in already. */
const buildsOn = (fields: readonly Field[], input: Record<string, unknown>) => {
  const asked = ({ item, node }: Field) => [(item?.node ?? node)['x-kind'] ?? []].flat()[0]
  const found = fields.find((field) => asked(field)?.includes('/') && input[field.name] !== undefined)
  if (!found) return undefined
  return { kind: asked(found)!, id: [input[found.name]].flat()[0] as string, field: found.name }
}

/** A step stands as a button that its paper may follow, a first step as a link; of many some stand under “more”. False: it is not offered. */
const press = async (page: Page, title: string): Promise<boolean> => {
  const steps = page.locator('#record-steps')
  const name = new RegExp(`^${title}( ·.*)?$`)
  const own = steps.getByRole('button', { name }).or(steps.getByRole('link', { name })).first()
  const more = steps.getByRole('button', { name: /^更多（/ })
  await page.locator('#record-steps').waitFor()
  const offered = own.or(more).first().waitFor({ timeout: OFFERED_MS })
  if (
    !(await offered.then(
      () => true,
      () => false,
    ))
  )
    return false
  if (await own.count()) {
    await own.click()
    return true
  }
  await more.click()
  const item = page.getByRole('menuitem', { name: title, exact: true })
  if (!(await item.count())) return false
  await item.click()
  return true
}
