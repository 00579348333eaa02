import { nearest, type Actor } from '#kernel'
import { isOutside } from '#policy'
import type { Agency, Rules, User } from '#rules'
import { Problem } from '../problem.js'
import { invalidInput } from '../read.js'
import type { AccountStore, Hashes } from './account-stores.js'
import { Attempts } from './attempts.js'
import { hashPassword, verifyPassword } from './passwords.js'
import type { SignedIn } from './tokens.js'

/** What accounts ask of the rules. */
export type Directory = Pick<Rules, 'users' | 'agency' | 'agencies' | 'offices'>

/** A person who is not in the seeds: stories and tests only. */
export interface DevSignIn {
  agency: string
  office: string
  person: string
  name?: string
  subject?: string
}

export interface NewAccount {
  user: User
  password: string
}

/** Someone who does not exist takes as long as someone who does. */
const nobody = hashPassword('nobody')

const offered = (agency: Agency, { kinds }: { kinds?: readonly string[] }): boolean =>
  kinds ? kinds.includes(agency.kind) : !isOutside(agency)

/** The accounts of the seeded users, with their passwords as scrypt hashes in a store of their own. */
export class Accounts {
  private readonly attempts = new Attempts()
  private constructor(
    private readonly directory: Directory,
    private readonly hashes: Hashes,
  ) {}

  /** Opens the accounts and makes those that are new; their passwords exist nowhere else than in the answer. */
  static async open(store: AccountStore, directory: Directory): Promise<{ accounts: Accounts; made: NewAccount[] }> {
    const hashes = { ...(await store.read(directory.users.map(({ user }) => user))) }
    const made = directory.users
      .filter(({ user }) => !(user in hashes))
      .map((user) => ({ user, password: store.first(user.user) }))
    const fresh = await Promise.all(
      made.map(async ({ user, password }) => [user.user, await hashPassword(password)] as const),
    )
    if (made.length) await store.add(Object.fromEntries(fresh))
    return { accounts: new Accounts(directory, { ...hashes, ...Object.fromEntries(fresh) }), made }
  }

  /** Accounts without passwords: for AUTH=dev, and where nobody signs in. */
  static without(directory: Directory): Accounts {
    return new Accounts(directory, {})
  }

  /**
   * @throws Problem WRONG_PASSWORD, OFFICE_NOT_HELD, TOO_MANY_SIGN_INS
   */
  async signIn(request: { user: string; password: string; office?: string }, address: string): Promise<SignedIn> {
    const attempt = this.attempts.begin(request.user, address)
    if ('seconds' in attempt) throw tooMany(attempt.seconds)
    const user = this.directory.users.find((one) => one.user === request.user)
    const hash = user && this.hashes[user.user]
    if (!(await verifyPassword(request.password, hash ?? (await nobody))) || !user || !hash)
      throw new Problem('WRONG_PASSWORD')
    attempt.succeeded()
    return this.as(user, request.office)
  }

  private as(user: User, office = user.offices[0]!): SignedIn {
    if (!user.offices.includes(office)) throw new Problem('OFFICE_NOT_HELD', { office, offices: user.offices })
    const actor: Actor = {
      agency: user.agency,
      office,
      person: user.person,
      ...(user.subject ? { subject: user.subject } : {}),
    }
    return { actor, name: user.name, level: this.directory.agency(user.agency)?.level ?? '', user: user.user }
  }

  /** The offices that somebody who is signed in may choose from. */
  officesOf({ user, actor }: SignedIn): readonly string[] {
    const own = user === undefined ? undefined : this.directory.users.find((one) => one.user === user)
    return own?.offices ?? [actor.office]
  }

  /**
   * The same person in the same session: in another office of the same account, or (left out) as before.
   * @throws Problem OFFICE_NOT_HELD, UNAUTHENTICATED when there is no such account any more
   */
  goOn(who: SignedIn, office = who.actor.office): SignedIn {
    const { user, began, session } = who
    if (user === undefined) {
      if (office !== who.actor.office) throw new Problem('OFFICE_NOT_HELD', { office, offices: [who.actor.office] })
      return who
    }
    const own = this.directory.users.find((one) => one.user === user && one.person === who.actor.person)
    if (!own) throw new Problem('UNAUTHENTICATED')
    return {
      ...this.as(own, office),
      ...(began === undefined ? {} : { began }),
      ...(session === undefined ? {} : { session }),
    }
  }

  /**
   * Anyone as anyone, as long as the agency and the office exist.
   * @throws Problem INVALID_INPUT
   */
  asDev({ agency, office, person, name, subject }: DevSignIn): SignedIn {
    const known = this.directory.agency(agency)
    if (!known) throw unknownAgency(this.directory, agency)
    const offices = this.directory.offices.filter((one) => offered(known, one)).map((one) => one.code)
    if (!offices.includes(office)) throw noOffice(offices)
    return {
      actor: { agency, office, person, ...(subject ? { subject } : {}) },
      name: name ?? person,
      level: known.level,
    }
  }
}

const tooMany = (seconds: number): Problem =>
  new Problem('TOO_MANY_SIGN_INS', { seconds }, { headers: { 'retry-after': String(seconds) } })

const unknownAgency = ({ agencies }: Directory, agency: string): Problem => {
  const near = nearest(
    agency,
    agencies.map(({ code }) => code),
  )
  return invalidInput([
    {
      path: 'dev.agency',
      zh: `没有这个机构${near ? `；您是否要写“${near}”？` : ''}`,
      en: `there is no such agency${near ? `; did you mean “${near}”?` : ''}`,
    },
  ])
}

const noOffice = (offices: readonly string[]): Problem =>
  invalidInput([
    {
      path: 'dev.office',
      zh: `该机构没有这个职务，可选：${offices.join('、')}`,
      en: `there is no such office there; choose from: ${offices.join(', ')}`,
    },
  ])
