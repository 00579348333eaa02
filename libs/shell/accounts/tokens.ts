import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT, type JWK } from 'jose'
import { z } from 'zod'
import type { Actor } from '#kernel'
import { readIfThere, writePrivate } from '../private-file.js'

/** Somebody who is signed in, for one agency and office. */
export interface SignedIn {
  actor: Actor
  name: string
  /** Level of the agency: province, city, county … */
  level: string
}

export interface Tokens {
  sign(who: SignedIn): Promise<string>
  /** Undefined when the token is not ours or has ended. */
  read(token: string): Promise<SignedIn | undefined>
}

const claims = z.object({
  sub: z.string(),
  agency: z.string(),
  office: z.string(),
  level: z.string(),
  name: z.string(),
  subject: z.string().optional(),
})

const ISSUER = 'liandun'

const makeKey = async (path: string): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const key = await exportJWK(privateKey)
  writePrivate(path, JSON.stringify(key))
  return key
}

/** Signs with a key of its own, made at the first start and readable by its owner only. Tokens live by the machine's clock. */
export const openTokens = async (path: string, minutes: number): Promise<Tokens> => {
  const kept = readIfThere(path)
  const jwk = kept === undefined ? await makeKey(path) : (JSON.parse(kept) as JWK)
  const open: JWK = { ...jwk, d: undefined }
  const [secret, publicKey] = await Promise.all([importJWK(jwk, 'EdDSA'), importJWK(open, 'EdDSA')])
  return {
    sign: ({ actor: { person, ...actor }, name, level }) =>
      new SignJWT({ ...actor, name, level })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer(ISSUER)
        .setSubject(person)
        .setIssuedAt()
        .setExpirationTime(`${minutes}m`)
        .sign(secret),
    read: async (token) => {
      const verified = await jwtVerify(token, publicKey, { issuer: ISSUER, algorithms: ['EdDSA'] }).catch(
        () => undefined,
      )
      const read = claims.safeParse(verified?.payload)
      if (!read.success) return undefined
      const { sub, name, level, ...actor } = read.data
      return {
        actor: {
          agency: actor.agency,
          office: actor.office,
          person: sub,
          ...(actor.subject ? { subject: actor.subject } : {}),
        },
        name,
        level,
      }
    },
  }
}
