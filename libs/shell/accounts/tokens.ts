import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT, type JWK } from 'jose'
import { z } from 'zod'
import type { Actor } from '#kernel'
import { Problem } from '../problem.js'
import { readIfThere, writePrivate } from '../private-file.js'

/** Somebody who is signed in, for one agency and office. */
export interface SignedIn {
  actor: Actor
  name: string
  /** Level of the agency: province, city, county … */
  level: string
  /** The account; none where anyone signs in as anyone. */
  user?: string
  /** When the password was typed, and until when this token holds; milliseconds of the machine's clock. */
  began?: number
  until?: number
  /** What all tokens of one session have in common. */
  session?: string
}

export interface Tokens {
  /**
   * Holds as long as every token, and no longer than a session that began with a password may last.
   * @throws Problem SESSION_OVER
   */
  sign(who: SignedIn): Promise<string>
  /** Undefined when the token is not ours, has ended, or its session was ended. */
  read(token: string): Promise<SignedIn | undefined>
  /** No token of this session is taken any more, nor renewed. Kept in memory, at the door that people reach. */
  end(who: SignedIn): void
}

const claims = z.object({
  sub: z.string(),
  agency: z.string(),
  office: z.string(),
  level: z.string(),
  name: z.string(),
  subject: z.string().optional(),
  user: z.string().optional(),
  auth_time: z.number().optional(),
  sid: z.string().optional(),
  exp: z.number(),
})

const ISSUER = 'liandun'

const makeKey = async (path: string): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const key = await exportJWK(privateKey)
  writePrivate(path, JSON.stringify(key))
  return key
}

const SECOND_MS = 1000
/** Hours that a session lasts at most, however often its token is renewed. */
const LONGEST_H = 10

/** When it began and when the token ends, in seconds. */
const lasts = (began: number, now: number, minutes: number, hours: number) => {
  const latest = began + hours * 3600
  if (latest <= now) throw new Problem('SESSION_OVER', { hours })
  return { began, end: Math.min(now + minutes * 60, latest) }
}

const signedIn = ({
  sub,
  name,
  level,
  user,
  auth_time: began,
  sid,
  exp,
  ...actor
}: z.output<typeof claims>): SignedIn => ({
  actor: {
    agency: actor.agency,
    office: actor.office,
    person: sub,
    ...(actor.subject ? { subject: actor.subject } : {}),
  },
  name,
  level,
  ...(user === undefined ? {} : { user }),
  ...(began === undefined ? {} : { began: began * SECOND_MS }),
  ...(sid === undefined ? {} : { session: sid }),
  until: exp * SECOND_MS,
})

/** Sessions that were ended, for as long as one of their tokens could hold. */
class Ended {
  private readonly until = new Map<string, number>()
  constructor(private readonly hours: number) {}

  add(session: string): void {
    for (const [one, end] of this.until) if (end < Date.now()) this.until.delete(one)
    this.until.set(session, Date.now() + this.hours * 3600 * SECOND_MS)
  }

  has(session: string | undefined): boolean {
    return session !== undefined && this.until.has(session)
  }
}

/** Signs with a key of its own, made at the first start and readable by its owner only. Tokens live by the machine's clock. */
export const openTokens = async (path: string, minutes: number, hours = LONGEST_H): Promise<Tokens> => {
  const kept = readIfThere(path)
  const jwk = kept === undefined ? await makeKey(path) : (JSON.parse(kept) as JWK)
  const open: JWK = { ...jwk, d: undefined }
  const over = new Ended(hours)
  const [secret, publicKey] = await Promise.all([importJWK(jwk, 'EdDSA'), importJWK(open, 'EdDSA')])
  return {
    sign: async ({ actor: { person, ...actor }, name, level, user, began: earlier, session }) => {
      const now = Math.floor(Date.now() / SECOND_MS)
      const { began, end } = lasts(earlier === undefined ? now : earlier / SECOND_MS, now, minutes, hours)
      const sid = session ?? randomUUID()
      return new SignJWT({ ...actor, name, level, ...(user !== undefined && { user }), auth_time: began, sid })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer(ISSUER)
        .setSubject(person)
        .setIssuedAt(now)
        .setExpirationTime(end)
        .sign(secret)
    },
    read: async (token) => {
      const verified = await jwtVerify(token, publicKey, { issuer: ISSUER, algorithms: ['EdDSA'] }).catch(
        () => undefined,
      )
      const read = claims.safeParse(verified?.payload)
      return read.success && !over.has(read.data.sid) ? signedIn(read.data) : undefined
    },
    end: ({ session }) => {
      if (session !== undefined) over.add(session)
    },
  }
}
