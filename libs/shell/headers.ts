import type { Title } from '#kernel'
import type { House } from './house.js'

/** For the swagger pages: their own scripts and styles, nothing from elsewhere. */
export const DOCS_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Pages of our own: styles in the page, nothing from elsewhere, no scripts. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The console: its own scripts; Ant Design writes its styles into the page; papers are shown from memory. */
export const CONSOLE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** On every answer. No CORS: other origins read nothing. */
export const answerHeaders = (house: Pick<House, 'demonstration'>): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  ...(house.demonstration ? { 'liandun-demonstration': 'yes' } : {}),
})

const cssText = (text: string): string => JSON.stringify(text.replace(/[\\"<>\n]/g, ' '))

/** A line above the swagger pages. */
export const bannerCss = ({ zh, en }: Title): string =>
  `body::before { content: ${cssText(`${zh} ${en}`)}; display: block; padding: 10px; text-align: center; color: #fff; background: #8a2b00 }`
