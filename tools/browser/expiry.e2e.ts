import { expect, test, type Page } from '@playwright/test'
import { Client } from '#story'
import { fieldsOf } from '../../services/portal/web/src/forms/fields.js'
import type { Node } from '../../services/portal/web/src/forms/schema.js'
import { Filling } from './fill.js'
import { openHouse, type House } from './house.js'
import { credentials, signIn } from './people.js'

const HUB = 'hub-intake-1'
/** A token of a minute, renewed once while somebody seems to be there. */
const ENDS_MS = 120_000
const TITLE = '登记线索'

let house: House
test.beforeAll(async () => {
  house = await openHouse({ TIME: 'manual', START_AT: '2026-03-02T08:00', TOKEN_MINUTES: '1' })
})
test.afterAll(() => house.close())

/** What the house says of the token that this window goes by. */
const taken = async (page: Page): Promise<number> => {
  const kept = await page.evaluate(() => sessionStorage.getItem('liandun.session'))
  const { token } = JSON.parse(kept!) as { token: string }
  const { status } = await fetch(`${house.url}/api/me`, { headers: { authorization: `Bearer ${token}` } })
  return status
}

test('a session that ends in the middle of a form keeps what was typed', async ({ page }) => {
  test.setTimeout(ENDS_MS + 120_000)
  const step = (await new Client(house.url, house.operatorToken).steps()).find((one) => one.step === 'RegisterLead')!
  await signIn(page, house, HUB)
  await page.goto(`${house.url}/begin/intake/lead/RegisterLead`)
  const form = page.getByRole('region', { name: TITLE, exact: true })
  await new Filling(page, form).all(fieldsOf(step.input as Node), {
    channel: 'SRC-12315-JB',
    handler: false,
    subject: { name: '魏都区某饰品店（虚构）' },
    clue: '该店销售假冒“发韵”商标的假发',
    reporter: { name: '虚构的赵大', contact: '13900000000' },
    ip: 'trademark',
  })
  await expect.poll(() => taken(page), { timeout: ENDS_MS }).toBe(401)
  const press = () => form.locator('.form-foot').getByRole('button', { name: TITLE, exact: true }).click()
  const again = page.getByRole('dialog')
  // Whatever asks first is told; if nothing did, the form is.
  if (!(await again.isVisible())) await press()
  await expect(again).toContainText('本页和已填写的内容都还在')
  await credentials(again, house, HUB, '登录并继续')
  await expect(again).toHaveCount(0)
  await expect(form.locator('[id$="_-clue"]')).toHaveValue('该店销售假冒“发韵”商标的假发')
  await expect(form.locator('[id$="_-reporter-name"]')).toHaveValue('虚构的赵大')
  await press()
  await page.waitForURL('**/records/intake/lead/**')
  await expect(page.locator('main')).toContainText('魏都区某饰品店（虚构）')
})
