import { createHash, createHmac } from 'node:crypto'
import { canonical } from './json.js'

/** SM3 (GB/T 32905) as lower-case hex. */
export const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex')

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

const base32 = (bytes: Uint8Array): string => {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >>> (bits - 5)) & 31]
  }
  return bits ? text + ALPHABET[(held << (5 - bits)) & 31] : text
}

/** The first 16 bytes of SM3 over the canonical text of the parts, base32: 26 characters. Every id is made by this; none is drawn. */
export const derive = (...parts: readonly (string | number)[]): string =>
  base32(createHash('sm3').update(canonical(parts)).digest().subarray(0, 16))

export const SECTIONS = ['header', 'input', 'needs', 'events', 'papers'] as const
export type Section = (typeof SECTIONS)[number]

/** The digest of an empty section, the same everywhere. */
export const EMPTY_DIGEST = sm3('')

/** One salt per section, derived one-way from the service's key: who sees one section learns nothing about another. */
export const saltOf = (key: string, message: string, section: Section): string =>
  createHmac('sm3', key).update(message).update('\0').update(section).digest('hex')

export const digestOf = (salt: string, text: string): string => (text === '' ? EMPTY_DIGEST : sm3(salt + text))

export type Texts = Record<Section, string>

/** The five digests in the order of SECTIONS. */
export const digestsOf = (key: string, message: string, texts: Texts): string[] =>
  SECTIONS.map((section) => (texts[section] === '' ? EMPTY_DIGEST : digestOf(saltOf(key, message, section), texts[section])))

export const contentOf = (digests: readonly string[]): string => sm3(digests.join(''))

export const GENESIS = '0'.repeat(64)

/** hash = SM3(prevHash ‖ seq ‖ content). */
export const chainOf = (prevHash: string, seq: number, content: string): string => sm3(prevHash + seq + content)
