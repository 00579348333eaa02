import { createRequire } from 'node:module'
import { mkdirSync } from 'node:fs'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { contactSheet } from './contact-sheet.js'
import { openHouse, type House } from './house.js'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const PICTURES = 'artifacts/pages'
const SIZES = { desk: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } } as const
const LANGUAGES = ['zh', 'en'] as const
type Language = (typeof LANGUAGES)[number]

interface Shown {
  name: string
  user?: string
  path: string | (() => Promise<string>)
}

let house: House
let dossier: string
test.beforeAll(async () => {
  test.setTimeout(180_000)
  mkdirSync(PICTURES, { recursive: true })
  house = await openHouse({ TIME: 'story' })
  dossier = await flagshipDossier()
})
test.afterAll(() => house.close())

/** Everybody signs in once. */
const signedIn = new Map<string, Promise<{ token: string }>>()
const sessionOf = (user: string): Promise<{ token: string }> => {
  const known =
    signedIn.get(user) ??
    fetch(`${house.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, password: house.passwordOf(user) }),
    }).then((reply) => reply.json() as Promise<{ token: string }>)
  signedIn.set(user, known)
  return known
}
const asked = async <T>(path: string, user = 'weidu-officer-1', body?: object): Promise<T> => {
  const { token } = await sessionOf(user)
  const reply = await fetch(`${house.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  })
  return (await reply.json()) as T
}
/** The matter of the flagship, by the number of its transfer. */
const flagshipDossier = async () => {
  const { rows } = await asked<{ rows: { dossier: string }[] }>('/api/portal/search', 'weidu-officer-1', {
    text: '许魏市监罪移〔2026〕1号',
  })
  return rows[0]!.dossier
}
/** The address of the first record of a kind in the matter. */
const record = (kind: string, user?: string) => async () => {
  const { records } = await asked<{ records: { kind: string; id: string }[] }>(`/api/portal/dossiers/${dossier}`, user)
  return `/records/${kind}/${records.find((one) => one.kind === kind)!.id}`
}

const PAGES: readonly Shown[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'outside', path: '/outside' },
  { name: 'outside-penalties', path: '/outside/penalties' },
  { name: 'outside-listings', path: '/outside/listings' },
  { name: 'outside-status', path: '/outside/status' },
  { name: 'outside-submit', path: '/outside/submit' },
  { name: 'outside-holders', user: 'holder-fayun', path: '/outside/holders' },
  { name: 'work-officer', user: 'weidu-officer-1', path: '/work' },
  { name: 'work-publisher', user: 'yuzhou-publicity', path: '/work' },
  { name: 'work-police', user: 'weidu-police-officer-1', path: '/work' },
  { name: 'work-party', user: 'respondent-changge', path: '/work' },
  { name: 'search', user: 'weidu-officer-1', path: '/search' },
  { name: 'register', user: 'hub-intake-1', path: '/register' },
  { name: 'begin-seizure', user: 'weidu-leader-1', path: '/begin/intake/measure/SealOrSeize' },
  { name: 'record-lead', user: 'weidu-officer-1', path: record('intake/lead') },
  { name: 'record-case', user: 'weidu-leader-1', path: record('intake/administrative-case') },
  { name: 'record-transfer', user: 'weidu-police-officer-1', path: record('routing/transfer') },
  { name: 'record-measure', user: 'weidu-officer-1', path: record('intake/measure') },
  { name: 'record-joint', user: 'jc-office-officer', path: record('routing/joint-action', 'jc-office-officer') },
  {
    name: 'record-mediation',
    user: 'mediation-mediator-1',
    path: record('mediation/mediation', 'mediation-mediator-1'),
  },
  {
    name: 'record-confirmation',
    user: 'weidu-court-officer',
    path: record('mediation/confirmation', 'weidu-court-officer'),
  },
  { name: 'record-listing', user: 'yuzhou-officer-1', path: record('credit/listing', 'yuzhou-officer-1') },
  { name: 'dossier', user: 'weidu-officer-1', path: async () => `/dossiers/${dossier}` },
  { name: 'desk-cases', user: 'yuzhou-leader-1', path: '/desks/cases' },
  { name: 'desk-transfers', user: 'weidu-officer-1', path: '/desks/transfers' },
  { name: 'desk-procuratorate', user: 'weidu-proc-officer', path: '/desks/procuratorate' },
  { name: 'desk-mediation', user: 'mediation-mediator-1', path: '/desks/mediation' },
  { name: 'desk-credit', user: 'yuzhou-publicity', path: '/desks/credit' },
  { name: 'desk-police', user: 'weidu-police-officer-1', path: '/desks/police' },
  { name: 'desk-court', user: 'weidu-court-officer', path: '/desks/court' },
  { name: 'desk-joint', user: 'jc-office-officer', path: '/desks/joint' },
  { name: 'overview', user: 'weidu-head', path: '/overview' },
  { name: 'rules', user: 'weidu-officer-1', path: '/rules' },
  { name: 'no-page', user: 'weidu-officer-1', path: '/work/nowhere' },
]

/** Nothing loads any more; the line on which changes are told stays open. */
const still = async (page: Page) => {
  await page.locator('h1').first().waitFor()
  await expect(page.locator('.ant-spin-spinning')).toHaveCount(0)
  await page.waitForTimeout(300)
}

interface Violation {
  id: string
  nodes: readonly { target: readonly string[] }[]
}

const violations = async (page: Page): Promise<string[]> => {
  await page.addScriptTag({ path: AXE })
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }
    return (await axe.run()).violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) }))
  })
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
}

/** What the console itself says, not what people wrote or the law is called. */
const OWN_WORDS = 'button, th, label, legend, [role=tab], [role=menuitem], .ant-segmented-item'

const chinese = (page: Page): Promise<string[]> =>
  page.locator(OWN_WORDS).evaluateAll((found) =>
    found
      .filter((one) => !one.closest('[lang^=zh]') && !one.querySelector('[lang^=zh]'))
      .map((one) => (one as HTMLElement).innerText)
      .filter((text) => /[\u3400-\u9fff]/.test(text)),
  )

const open = async (browser: Browser, { user }: Shown, language: Language): Promise<Page> => {
  // The door lets no script in that is not the console's own; axe is.
  const context = await browser.newContext({ bypassCSP: true, viewport: SIZES.desk })
  const session = user && JSON.stringify(await sessionOf(user))
  await context.addInitScript(
    ([spoken, kept]) => {
      localStorage.setItem('liandun.language', spoken!)
      if (kept) sessionStorage.setItem('liandun.session', kept)
    },
    [language, session] as const,
  )
  return context.newPage()
}

for (const shown of PAGES)
  for (const language of LANGUAGES)
    test(`${shown.name} in ${language}: whole, readable by everyone, fits a phone`, async ({ browser }) => {
      const page = await open(browser, shown, language)
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      const path = typeof shown.path === 'string' ? shown.path : await shown.path()
      await page.goto(`${house.url}${path}`)
      await still(page)
      await page.screenshot({ path: `${PICTURES}/${shown.name}-${language}.png`, fullPage: true })
      expect(await violations(page)).toEqual([])
      if (language === 'en') expect(await chinese(page)).toEqual([])
      await page.setViewportSize(SIZES.phone)
      await still(page)
      await page.screenshot({ path: `${PICTURES}/${shown.name}-${language}-phone.png`, fullPage: true })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SIZES.phone.width)
      expect(faults).toEqual([])
      await page.context().close()
    })

test('their pictures stand on one sheet', async ({ page }) => {
  expect(await contactSheet(page, PICTURES, 'artifacts/contact-sheet')).toBeGreaterThan(0)
})
