import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto'

const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** Whoever signs is not asked whether it is true. */
const signed = (header: object, claims: object, key: KeyObject | undefined): string => {
  const text = `${part(header)}.${part(claims)}`
  return `${text}.${key ? sign(null, Buffer.from(text), key).toString('base64url') : ''}`
}

const CLAIMS = { agency: 'SAMR-411003', office: 'head', level: 'county', name: '伪造', sub: 'forged', iss: 'liandun' }

const seconds = (): number => Math.floor(Date.now() / 1000)

/**
 * Tokens that are not good: none, cut, forged, of another key or way of signing, ended, without a person.
 * `dir` holds the key of the house: what it signed itself and has ended is made with it.
 */
export const badTokens = (dir: string, good: string): Record<string, string> => {
  const jwk = JSON.parse(readFileSync(join(dir, 'token.key'), 'utf8')) as JsonWebKey
  const own = createPrivateKey({ key: jwk, format: 'jwk' })
  const other = generateKeyPairSync('ed25519').privateKey
  const now = seconds()
  const header = { alg: 'EdDSA' }
  const live = { ...CLAIMS, iat: now, exp: now + 600 }
  const [head, claims, signature] = good.replace('Bearer ', '').split('.') as [string, string, string]
  const confused = `${part({ alg: 'HS256' })}.${part(live)}`
  const changed = {
    ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object),
    office: 'head',
    agency: 'SAMR-411000',
  }
  const bearers = {
    ended: signed(header, { ...CLAIMS, iat: now - 1200, exp: now - 600 }, own),
    'another issuer': signed(header, { ...live, iss: 'else' }, own),
    'no person': signed(header, { ...live, sub: undefined }, own),
    'no agency': signed(header, { ...live, agency: 7 }, own),
    'not yet': signed(header, { ...live, nbf: now + 600 }, own),
    'another key': signed(header, live, other),
    'alg none': signed({ alg: 'none' }, live, undefined),
    'alg HS256 with the public key': `${confused}.${createHmac('sha256', jwk.x!).update(confused).digest('base64url')}`,
    'changed claims': `${head}.${part(changed)}.${signature}`,
    'cut signature': `${head}.${claims}.${signature.slice(0, -6)}`,
    'no signature': `${head}.${claims}.`,
    'not JSON': `${part('x')}.${part('y')}.${signature}`,
    long: 'a'.repeat(5000),
    empty: '',
  }
  return {
    ...Object.fromEntries(Object.entries(bearers).map(([why, token]) => [why, `Bearer ${token}`])),
    basic: 'Basic dTpw',
    'no scheme': good.replace('Bearer ', ''),
    'two tokens': `${good}, ${good}`,
    'of characters': 'Bearer a\u00e9b',
  }
}

/** Bodies of a sign-in by nobody. */
export const signIns = (): string[] => {
  const dev = { agency: 'SAMR-411003', office: 'officer', person: 'p' }
  const junk = ['', ' ', 'x'.repeat(201), '\u0000', '\ud800', '__proto__', 'ZZ-1', null, 1, {}, [], ['SAMR-411003']]
  const field = (name: string) => junk.map((value) => ({ dev: { ...dev, [name]: value } }))
  const account = (name: string) => junk.map((value) => ({ user: 'nobody', password: 'wrong', [name]: value }))
  const all = [
    ...field('agency'),
    ...field('office'),
    ...field('person').slice(0, 5),
    ...account('user'),
    ...account('password'),
    { dev, user: 'x' },
    { dev: { ...dev, admin: true } },
    { dev: null },
  ]
  return all.map((one) => JSON.stringify(one))
}
