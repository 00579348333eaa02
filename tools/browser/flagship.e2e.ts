import { expect, test, type Page } from '@playwright/test'
import { Client, play, readStory, tellPlayed, type Played } from '#story'
import { fieldsOf } from '../../services/portal/web/src/forms/fields.js'
import type { Node } from '../../services/portal/web/src/forms/schema.js'
import { Filling } from './fill.js'
import { Hands } from './hands.js'
import { openHouse, type House } from './house.js'
import { accountOf, rules, seeded, Windows } from './people.js'

const STORY = 'seeds/stories/flagship.yaml'
const MINUTES = 60_000

let house: House
let windows: Windows
test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  house = await openHouse({ TIME: 'manual', START_AT: '2026-03-02T08:00' })
  windows = new Windows(browser, house)
})
test.afterAll(async () => {
  await windows.close()
  await house.close()
})

const failed = (played: readonly Played[]) =>
  played.flatMap(({ n, do: step, findings }) =>
    findings.filter(({ ok }) => !ok).map((finding) => ({ n, step, ...finding })),
  )

test('a lead goes the whole way by the hands of its people', async () => {
  test.setTimeout(20 * MINUTES)
  const { story, users } = seeded(readStory(STORY))
  const playing = await play(story, {
    client: new Hands(house, windows, accountOf),
    rules,
    worlds: false,
    heard: (one) => console.log(tellPlayed(one)),
  })
  expect(failed(playing.entries)).toEqual([])
  expect(playing.counts.entries).toBe(story.entries.length)
  expect(new Set(playing.entries.map(({ by }) => by && users.get(by)!.user)).size).toBeGreaterThan(11)
  expect(windows.faults).toEqual([])
})

/** Fictitious, like all persons here. */
const REPORTER = { name: '虚构的赵大', contact: '13900000000' }
const SHOP = '魏都区某饰品店（虚构）'

/** Writes a report without an account, checks it and sends it: the access code. */
const report = async (page: Page): Promise<string> => {
  const step = (await new Client(house.url, house.operatorToken).steps()).find((one) => one.step === 'SubmitLead')!
  await page.goto(`${house.url}/outside`)
  await page.getByRole('link', { name: /投诉或者举报/ }).click()
  await new Filling(page, page.locator('main')).all(fieldsOf(step.input as Node), {
    channel: 'SRC-12315-JB',
    subject: { name: SHOP, address: '八一路1号' },
    clue: '该店销售假冒“发韵”商标的假发',
    reporter: REPORTER,
  })
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await expect(page.getByRole('heading', { name: '请核对您填写的内容' })).toBeVisible()
  await expect(page.locator('main')).toContainText(SHOP)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.getByRole('heading', { name: '已经收到' })).toBeFocused()
  return page.locator('output').innerText()
}

/** What somebody who knows the code is told. */
const askedWith = async (page: Page, code: string) => {
  await page.goto(`${house.url}/outside/status`)
  await page.getByLabel('查询码', { exact: true }).fill(code)
  await page.getByRole('button', { name: '查询', exact: true }).click()
  return page.locator('[role=status]')
}

test('the public reports, asks with the code, and reads what the law publishes; the hub finds the report', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage()
  const code = await report(page)
  expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
  const told = await askedWith(page, code)
  await expect(told).toContainText('许昌市12315投诉举报中心')
  await expect(told).toContainText('没有法律规定要告知的事项')
  await page.goto(`${house.url}/outside/penalties`)
  await expect(page.locator('main')).toContainText('禹市监处罚〔2026〕1号')
  await page.goto(`${house.url}/outside/listings`)
  await expect(page.locator('main')).toContainText('禹州某商贸公司')
  await page.context().close()

  const hub = await windows.of('hub-intake-1')
  await hub.goto(`${house.url}/work`)
  await hub
    .getByRole('link', { name: new RegExp(SHOP) })
    .first()
    .click()
  await hub.waitForURL('**/records/intake/lead/**')
  await expect(hub.locator('main')).toContainText('该店销售假冒“发韵”商标的假发')
  for (const secret of Object.values(REPORTER)) await expect(hub.locator('body')).not.toContainText(secret)
})
