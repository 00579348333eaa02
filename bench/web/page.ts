import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const BUILT = join(import.meta.dirname, '../../web')
/** A slow laptop beside this machine. */
const SLOWER = 4
const ROUNDS = 5

export interface Opened {
  /** From the address to a list that can be used, seconds, ascending. */
  seconds: number[]
  /** Scripts of that page, gzipped. */
  bytes: number
}

export const canOpen = (): boolean => existsSync(CHROMIUM) && existsSync(join(BUILT, 'index.html'))
export { BUILT as builtConsole }

/** Opens the work list in a browser without anything kept, several times. @param session what the console keeps of a sign-in */
export const openWork = async (baseUrl: string, session: unknown): Promise<Opened> => {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
  const seconds: number[] = []
  const scripts = new Set<string>()
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    await context.addInitScript((kept) => sessionStorage.setItem('liandun.session', kept), JSON.stringify(session))
    const page = await context.newPage()
    page.on('response', (response) => {
      const [, name] = /\/(assets\/[^/]+\.js)$/.exec(response.url()) ?? []
      if (name) scripts.add(name)
    })
    const throttle = await context.newCDPSession(page)
    await throttle.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const begin = performance.now()
    await page.goto(`${baseUrl}/work`)
    await page.locator('.work-lines li a').first().waitFor()
    seconds.push((performance.now() - begin) / 1000)
    await context.close()
  }
  await browser.close()
  const bytes = [...scripts].reduce((sum, name) => sum + statSync(join(BUILT, `${name}.gz`)).size, 0)
  return { seconds: seconds.sort((a, b) => a - b), bytes }
}
