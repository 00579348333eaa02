import type { Browser, Locator, Page } from '@playwright/test'
import { loadRules, type Rules, type User } from '#rules'
import type { Story } from '#story'
import type { House } from './house.js'

export const rules: Rules = loadRules()

/** The account of a natural person of the seeds. */
export const accountOf = (person: string): string => rules.users.find((one) => one.person === person)!.user

const first = <T>(found: readonly T[], what: string): T => {
  if (found[0] === undefined) throw new Error(`nobody of the seeds is ${what}`)
  return found[0]
}

/** Officers with the licences that the seeds' people hold; whose agency's licences are not on file keeps what the story says. */
const licensed = (given: unknown, users: ReadonlyMap<string, User>): unknown => {
  if (Array.isArray(given)) return given.map((one) => licensed(one, users))
  if (typeof given !== 'object' || given === null) return given
  const { person } = given as { person?: unknown }
  const own = typeof person === 'string' ? users.get(person)?.licence : undefined
  const inner = Object.entries(given).map(([key, one]) => [key, licensed(one, users)] as const)
  return { ...Object.fromEntries(inner), ...(own !== undefined && 'licence' in given && { licence: own }) }
}

/** Members of a cast as people of the seeds who hold an account: the same agency and office, nobody twice. */
export const seeded = (story: Story): { story: Story; users: ReadonlyMap<string, User> } => {
  const users = new Map<string, User>()
  const taken = (user: User) => [...users.values()].includes(user)
  for (const [name, { agency, office, uscc }] of Object.entries(story.cast)) {
    const fits = (one: User) =>
      one.agency === agency && one.offices.includes(office) && (uscc === undefined || one.subject === uscc)
    users.set(
      name,
      first(
        rules.users.filter((one) => fits(one) && !taken(one)),
        `${office} of ${agency} ${uscc ?? ''}`,
      ),
    )
  }
  const cast = Object.fromEntries(
    Object.entries(story.cast).map(([name, member]) => [name, { ...member, person: users.get(name)!.user }]),
  )
  const entries = story.entries.map((entry) => ({
    ...entry,
    ...(entry.with && { with: licensed(entry.with, users) as Record<string, unknown> }),
  }))
  return { story: { ...story, cast, entries }, users }
}

/** Writes who signs in where it is asked for. */
export const credentials = async (asked: Page | Locator, house: House, user: string, button = '登录') => {
  await asked.getByLabel('账户', { exact: true }).fill(user)
  await asked.getByLabel('密码', { exact: true }).fill(house.passwordOf(user))
  await asked.getByRole('button', { name: button, exact: true }).click()
}

/** Signs in as people do. */
export const signIn = async (page: Page, house: House, user: string): Promise<void> => {
  await page.goto(`${house.url}/sign-in`)
  await credentials(page, house, user)
  const { offices } = rules.users.find((one) => one.user === user)!
  const title = rules.offices.find(({ code }) => code === offices[0])!.title.zh
  if (offices.length > 1) await page.getByRole('button', { name: title, exact: true }).click()
  await page.waitForURL('**/work')
}

/** One browser window per person, signed in when it is first asked for. */
export class Windows {
  private readonly open = new Map<string, Page>()
  readonly faults: string[] = []

  constructor(
    private readonly browser: Browser,
    private readonly house: House,
  ) {}

  async of(user: string): Promise<Page> {
    const known = this.open.get(user)
    if (known) return known
    const page = await (await this.browser.newContext()).newPage()
    page.on('pageerror', (error) => this.faults.push(`${user}: ${error.message}`))
    await signIn(page, this.house, user)
    this.open.set(user, page)
    return page
  }

  async close(): Promise<void> {
    for (const page of this.open.values()) await page.context().close()
  }
}
