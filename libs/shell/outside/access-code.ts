import { createHmac } from 'node:crypto'

/** Without signs that are mistaken for another when read aloud or written by hand: no 0, 1, I, O. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 16
const GROUP = 4
const BITS = 5

const keyed = (secret: string, what: string): Buffer => createHmac('sha256', secret).update(what).digest()

const inSigns = (bytes: Buffer): string => {
  let bits = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  return Array.from({ length: LENGTH }, () => {
    const sign = SIGNS[Number(bits & 31n)]!
    bits >>= BigInt(BITS)
    return sign
  }).join('')
}

const grouped = (signs: string): string => signs.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-')

/**
 * The access code of a submission: 80 bits of the random key of its request under a secret of the services, so that the same request sent
 * again is told the same code and nothing has to keep it.
 */
export const accessCode = (secret: string, key: string): string => grouped(inSigns(keyed(secret, `access code ${key}`)))

/** As it was given, whatever was typed between its groups and in whatever case or width. */
const plain = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')

/** What is kept of a code: nobody who has it can find the code, or try one without the secret. */
export const accessHash = (secret: string, code: string): string =>
  keyed(secret, `access hash ${plain(code)}`).toString('base64url')
