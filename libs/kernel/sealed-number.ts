import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'

/** `id.<keyed hash>.<the number under the same key>`: the one form in which the number of a natural person's document is kept and sent. */
const SEALED = /^id\.([\w-]{22})\.([\w-]+)$/
/** A whole value of a JSON text; texts of a chain hold theirs within a longer one, and stay what was digested. */
const IN_JSON = /(?<!\\)"(id\.[\w-]{22}\.[\w-]+)"/g

const keyOf = (secret: string, use: string): Buffer => createHmac('sm3', secret).update(`id-number ${use}`).digest()

const hashOf = (number: string, secret: string): Buffer =>
  createHmac('sm3', keyOf(secret, 'hash')).update(number).digest().subarray(0, 16)

const cipherKey = (secret: string): Buffer => keyOf(secret, 'cipher').subarray(0, 16)

export const isSealed = (value: string): boolean => SEALED.test(value)

/** The same number, the same text, in every process that has the secret; without it nothing can be tried. */
export const sealNumber = (number: string, secret: string): string => {
  const plain = number.toUpperCase()
  const hash = hashOf(plain, secret)
  const cipher = createCipheriv('sm4-ctr', cipherKey(secret), hash)
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return `id.${hash.toString('base64url')}.${text.toString('base64url')}`
}

/** The keyed hash of a number: by this alone a person is found and compared. What is not sealed stands for itself. */
export const hashIn = (value: string): string => SEALED.exec(value)?.[1] ?? value

/** The number; undefined when it was sealed with another secret, or by nobody. */
const openNumber = (sealed: string, secret: string): string | undefined => {
  const [, hash, text] = SEALED.exec(sealed) ?? []
  if (hash === undefined || text === undefined) return undefined
  const decipher = createDecipheriv('sm4-ctr', cipherKey(secret), Buffer.from(hash, 'base64url'))
  const number = Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8')
  return hashOf(number, secret).toString('base64url') === hash ? number : undefined
}

/** 411002********1234; of shorter numbers the last two characters. */
export const maskNumber = (number: string): string => {
  const [head, tail] = number.length === 18 ? [6, 4] : [0, 2]
  return number.slice(0, head) + '*'.repeat(Math.max(number.length - head - tail, 0)) + number.slice(-tail)
}

/** A JSON text as it leaves the house: every sealed number in it masked, or in full. */
export const showNumbers = (json: string, secret: string, inFull: boolean): string =>
  json.replace(IN_JSON, (_, sealed: string) => {
    const number = openNumber(sealed, secret)
    return JSON.stringify(number === undefined ? '***' : inFull ? number : maskNumber(number))
  })
