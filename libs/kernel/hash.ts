import { createHmac, hash } from 'node:crypto'
import { canonical } from './json.js'

/** SM3 (GB/T 32905) as lower-case hex. */
export const sm3 = (text: string): string => hash('sm3', text, 'hex')

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
  base32(hash('sm3', canonical(parts), 'buffer').subarray(0, 16))

export const SECTIONS = ['header', 'input', 'needs', 'events', 'papers'] as const
export type Section = (typeof SECTIONS)[number]

/** The digest of an empty section, the same everywhere. */
export const EMPTY_DIGEST = sm3('')

/** What the salts of one commit come from: one-way from the service's key and the message id. */
const seedOf = (key: string, message: string): string => createHmac('sm3', key).update(message).digest('hex')

const saltFrom = (seed: string, section: Section): string => sm3(seed + section)

/** One salt per section: who sees one section, its salt and the other digests learns nothing about the others. */
export const saltOf = (key: string, message: string, section: Section): string =>
  saltFrom(seedOf(key, message), section)

export const digestOf = (salt: string, text: string): string => (text === '' ? EMPTY_DIGEST : sm3(salt + text))

export type Texts = Record<Section, string>

/** The five digests in the order of SECTIONS. */
export const digestsOf = (key: string, message: string, texts: Texts): string[] => {
  const seed = seedOf(key, message)
  return SECTIONS.map((section) =>
    texts[section] === '' ? EMPTY_DIGEST : sm3(saltFrom(seed, section) + texts[section]),
  )
}

export const contentOf = (digests: readonly string[]): string => sm3(digests.join(''))

export const GENESIS = '0'.repeat(64)

/** hash = SM3(prevHash ‖ seq ‖ content). */
export const chainOf = (prevHash: string, seq: number, content: string): string => sm3(prevHash + seq + content)
