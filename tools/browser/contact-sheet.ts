import { readdirSync, writeFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'

const STYLE = `
  body { margin: 16px; width: 1880px; font: 13px sans-serif; background: #e9ecf0 }
  main { display: grid; grid-template-columns: repeat(6, 1fr); gap: 12px }
  figure { margin: 0; background: #fff; border: 1px solid #c5ccd5 }
  figure div { height: 300px; overflow: hidden }
  img { width: 100%; display: block }
  figure.phone img { width: 50%; margin: auto }
  figcaption { padding: 4px 6px; border-top: 1px solid #c5ccd5 }`

const figure = (from: string, file: string): string => {
  const name = basename(file, '.png')
  const address = encodeURI(relative(from, file))
  return `<figure class="${name.endsWith('-phone') ? 'phone' : 'desk'}"><div><a href="${address}"><img src="${address}" alt=""></a></div><figcaption>${name}</figcaption></figure>`
}

/** Pictures of a folder on one sheet, as a page whose pictures lead to the whole ones, and as a picture of its own. */
export const contactSheet = async (page: Page, pictures: string, out: string): Promise<number> => {
  const files = readdirSync(pictures)
    .filter((name) => name.endsWith('.png'))
    .sort()
    .map((name) => join(pictures, name))
  const from = resolve(out, '..')
  const figures = files.map((file) => figure(from, resolve(file)))
  const title = `联盾 / Liandun: ${files.length}`
  writeFileSync(
    `${out}.html`,
    `<!doctype html><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style><h1>${title}</h1><main>${figures.join('\n')}</main>`,
  )
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(pathToFileURL(resolve(`${out}.html`)).href)
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete))
  await page.screenshot({ path: `${out}.png`, fullPage: true })
  return files.length
}
