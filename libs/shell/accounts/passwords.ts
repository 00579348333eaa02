import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { derive } from '#kernel'

/** Cost of passwords that are drawn here: they hold 80 bits, so the cost only has to slow a thief of the file down a little. */
const COST = { N: 4096, r: 8, p: 1 }
const BYTES = 32

const stretch = (password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { ...cost, maxmem: 256 * cost.N * cost.r }
    scrypt(password.normalize('NFKC'), salt, BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** A password of 80 bits, random ones or those of a secret, in four groups that can be read aloud, `k3mq-…`. */
export const newPassword = (secret = randomBytes(16).toString('hex')): string =>
  derive(secret)
    .slice(0, 16)
    .replace(/(.{4})(?=.)/g, '$1-')

/** `scrypt$N$r$p$salt$key`. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16)
  const key = await stretch(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

export const verifyPassword = async (password: string, hash: string): Promise<boolean> => {
  const [, N, r, p, salt, key] = hash.split('$')
  const known = Buffer.from(key ?? '', 'base64url')
  const found = await stretch(password, Buffer.from(salt ?? '', 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return known.length === found.length && timingSafeEqual(known, found)
}
