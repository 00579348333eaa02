import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const IV = 16
const TAG = 32

const hmac = (key: Uint8Array, ...parts: (Uint8Array | string)[]): Buffer => {
  const mac = createHmac('sm3', key)
  for (const part of parts) mac.update(part)
  return mac.digest()
}

/** Keys for one use each, from one secret: SM4-CBC, then HMAC-SM3 over what the text belongs to, the IV and the cipher text. */
export const sealer = (secret: Uint8Array) => {
  const cipherKey = hmac(secret, 'seal').subarray(0, 16)
  const tagKey = hmac(secret, 'tag')
  const nameKey = hmac(secret, 'name')
  return {
    /** `about` is bound to the text: sealed for one pseudonym, it does not open for another. */
    seal: (text: string, about: string): Uint8Array => {
      const iv = randomBytes(IV)
      const cipher = createCipheriv('sm4-cbc', cipherKey, iv)
      const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()])
      return new Uint8Array(Buffer.concat([body, hmac(tagKey, `${about}\0`, body)]))
    },
    /** @throws when a single bit has been changed */
    unseal: (sealed: Uint8Array, about: string): string => {
      const body = sealed.subarray(0, -TAG)
      const genuine = timingSafeEqual(hmac(tagKey, `${about}\0`, body), sealed.subarray(-TAG))
      if (!genuine) throw new Error(`what is sealed for ${about} has been changed, or was sealed with another key`)
      const decipher = createDecipheriv('sm4-cbc', cipherKey, body.subarray(0, IV))
      return Buffer.concat([decipher.update(body.subarray(IV)), decipher.final()]).toString('utf8')
    },
    /** The same text, the same name; without the secret it cannot be guessed from a list of people. */
    nameOf: (text: string): string => hmac(nameKey, text).toString('hex'),
  }
}

export type Sealer = ReturnType<typeof sealer>
