import { expect, test, type Page } from '@playwright/test'
import { Client, play, readStory } from '#story'
import { fieldsOf, type Field } from '../../services/portal/web/src/forms/fields.js'
import type { Node } from '../../services/portal/web/src/forms/schema.js'
import { Filling } from './fill.js'
import { openHouse, type House } from './house.js'
import { accountOf, rules, seeded, Windows } from './people.js'

const CASE = 'intake/administrative-case'

/** A case that has been filed: two officers and a leader know it. */
let house: House
let windows: Windows
let address: string
let fields: readonly Field[]
let evidence: Record<string, unknown>
const users = new Map<string, string>()

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  house = await openHouse({ TIME: 'manual', START_AT: '2026-03-02T08:00' })
  windows = new Windows(browser, house)
  const flagship = seeded(readStory('seeds/stories/flagship.yaml'))
  for (const [name, { person }] of flagship.users) users.set(name, accountOf(person))
  const client = new Client(house.url, house.operatorToken)
  const step = (await client.steps()).find((one) => one.kind === CASE && one.step === 'CollectEvidence')!
  fields = fieldsOf(step.input as Node)
  const { with: given } = flagship.story.entries.find((one) => one.do === `${CASE}/CollectEvidence`)!
  const present = (given!.present as string[]).map((name) => flagship.users.get(name)!.person)
  evidence = { ...given, present }
  const { entries } = await play(flagship.story, { client, rules, worlds: false, until: 'filed' })
  const { kind, id } = entries.at(-1)!.records.this!
  address = `${house.url}/records/${kind}/${id}`
})
test.afterAll(async () => {
  await windows.close()
  await house.close()
})

const windowOf = (name: string): Promise<Page> => windows.of(users.get(name)!)
const formIn = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
const send = (page: Page, title: string) =>
  formIn(page, title).locator('.form-foot').getByRole('button', { name: title, exact: true }).click()
const open = (page: Page) => page.goto(`${address}?step=CollectEvidence`)
const itemIn = (page: Page) => formIn(page, '收集证据').locator('[id$="_-items-0"]')
/** Fills the form as the story does, with another piece of evidence. */
const collect = async (page: Page, item: string) => {
  await open(page)
  const form = formIn(page, '收集证据')
  await new Filling(page, form).all(fields, { ...evidence, items: [item] })
}

test('what lacks is said on top, leads to its field and is not sent', async () => {
  const page = await windowOf('officer')
  await open(page)
  await send(page, '收集证据')
  const summary = formIn(page, '收集证据').locator('.form-top')
  await expect(summary).toContainText('需要修改，尚未提交')
  await expect(summary.getByRole('link').or(summary.getByRole('button')).first()).toBeVisible()
})

test('a refusal says what, why with the numbers, and what can be done', async () => {
  const page = await windowOf('leader')
  await page.goto(address)
  const steps = page.locator('#record-steps')
  await expect(steps).toContainText('暂不能做')
  await expect(steps).toContainText('您的职务不能办理此步骤')
})

test('an act of somebody else meanwhile is told before one decides', async () => {
  const [officer, second] = [await windowOf('officer'), await windowOf('second')]
  await collect(officer, '销售单据')
  await collect(second, '生产记录')
  await send(second, '收集证据')
  await expect(second.locator('#record-steps')).toBeVisible()
  await expect(formIn(second, '收集证据')).toHaveCount(0)
  await send(officer, '收集证据')
  const conflict = formIn(officer, '收集证据').locator('.form-top')
  await expect(conflict).toContainText('收集证据')
  const acted = rules.users.find(({ user }) => user === users.get('second'))!
  await expect(conflict).toContainText(acted.name)
  await conflict.getByRole('button', { name: '已看清，仍然提交' }).click()
  await expect(formIn(officer, '收集证据')).toHaveCount(0)
})

test('a lost line keeps what was typed, and sending again does it once', async () => {
  const page = await windowOf('officer')
  await collect(page, '账册')
  await page.context().setOffline(true)
  await send(page, '收集证据')
  await expect(formIn(page, '收集证据')).toContainText('再次提交不会重复办理')
  await expect(itemIn(page)).toHaveValue('账册')
  await page.context().setOffline(false)
  await formIn(page, '收集证据').getByRole('button', { name: '再次提交' }).click()
  await expect(formIn(page, '收集证据')).toHaveCount(0)
})

test('a draft survives a closed tab', async () => {
  const page = await windowOf('second')
  await collect(page, '照片十二张')
  await expect(formIn(page, '收集证据')).toContainText('草稿已保存在本机')
  await page.waitForTimeout(500)
  await page.goto('about:blank')
  await open(page)
  await expect(itemIn(page)).toHaveValue('照片十二张')
})

test('a word that is being composed looks for nothing and takes no key; once it stands it is looked for', async () => {
  const page = await windowOf('officer')
  const sought: string[] = []
  page.on('request', (one) => {
    if (one.url().endsWith('/api/portal/search')) sought.push((one.postDataJSON() as { text: string }).text)
  })
  await page.goto(`${house.url}/work`)
  await page.keyboard.press('Control+k')
  const box = page.getByRole('dialog').getByRole('combobox')
  await expect(box).toBeFocused()
  const method = await page.context().newCDPSession(page)
  await method.send('Input.imeSetComposition', { text: 'shi pin', selectionStart: 7, selectionEnd: 7 })
  await expect(box).toHaveValue('shi pin')
  await page.keyboard.press('Enter')
  await expect(box).toBeVisible()
  await method.send('Input.insertText', { text: '饰品' })
  await expect(page.getByRole('option').first()).toContainText('饰品')
  expect(sought).toEqual(['饰品'])
})
