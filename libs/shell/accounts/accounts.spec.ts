import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import type { Office, User } from '#rules'
import type { Problem } from '../problem.js'
import { accountsFile, accountsTable } from './account-stores.js'
import type { Row, ViewTable } from '#ports'
import { Accounts, type Directory } from './accounts.js'
import { Attempts } from './attempts.js'
import { openTokens, type SignedIn } from './tokens.js'

const user = (name: string, more: Partial<User> = {}): User => ({
  user: name,
  name: '王一（虚构）',
  agency: 'SAMR-411003',
  offices: ['officer', 'reviewer'],
  person: `p-${name}`,
  ...more,
})
const title = { zh: '', en: '' }
const offices: Office[] = [
  { code: 'officer', title, groups: [] },
  { code: 'reviewer', title, groups: [], kinds: ['SAMR-COUNTY'] },
  { code: 'president', title, groups: [], kinds: ['COURT'] },
  { code: 'party', title, groups: [], kinds: ['RESPONDENT'] },
]
const agencies = [
  { code: 'SAMR-411003', kind: 'SAMR-COUNTY', level: 'county' as const, region: '411003', name: title },
  { code: 'RESPONDENT', kind: 'RESPONDENT', level: 'outside' as const, region: '411000', name: title },
]
const directory = (...users: User[]): Directory => ({
  users,
  offices,
  agencies,
  agency: (code) => agencies.find((one) => one.code === code),
})
const root = mkdtempSync(join(tmpdir(), 'accounts-'))
afterAll(() => rmSync(root, { recursive: true }))
const folder = () => mkdtempSync(join(root, 'accounts-'))
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as Problem).code,
  )

describe('accounts', () => {
  it('makes a password once and keeps only its hash, in a file of its owner', async () => {
    const dir = folder()
    const first = await Accounts.open(accountsFile(dir), directory(user('wangyi'), user('zhaosi')))
    expect(first.made.map((one) => one.user.user)).toEqual(['wangyi', 'zhaosi'])
    expect(first.made[0]!.password).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/)
    const again = await Accounts.open(accountsFile(dir), directory(user('wangyi'), user('zhaosi'), user('sunsan')))
    expect(again.made.map((one) => one.user.user)).toEqual(['sunsan'])
    const file = join(dir, 'accounts.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).not.toContain(first.made[0]!.password)
    const { password } = first.made[1]!
    expect((await again.accounts.signIn({ user: 'zhaosi', password }, '::1')).actor.person).toBe('p-zhaosi')
  })

  it('are those of every portal that shares a table and the key, whichever opened first', async () => {
    const rows = new Map<string, Row>()
    const table = {
      get: async (id: string) => rows.get(id),
      apply: async (changes: readonly { id: string; row: Row | undefined }[]) =>
        changes.forEach(({ id, row }) => rows.set(id, row!)),
    } as unknown as ViewTable
    const open = (key = 'shared') => Accounts.open(accountsTable(table, key), directory(user('wangyi')))
    const [one, other] = await Promise.all([open(), open()])
    expect(one.made).toEqual(other.made)
    const { password } = one.made[0]!
    const later = await open()
    expect(later.made).toEqual([])
    for (const { accounts } of [one, other, later])
      expect((await accounts.signIn({ user: 'wangyi', password }, '::1')).actor.person).toBe('p-wangyi')
    expect(JSON.stringify([...rows])).not.toContain(password)
    rows.clear()
    expect((await open('another')).made[0]!.password).not.toBe(password)
  })

  it('signs in for one of the offices held', async () => {
    const { accounts, made } = await Accounts.open(accountsFile(folder()), directory(user('wangyi', { subject: 'x' })))
    const password = made[0]!.password
    expect(await accounts.signIn({ user: 'wangyi', password }, '::1')).toEqual({
      actor: { agency: 'SAMR-411003', office: 'officer', person: 'p-wangyi', subject: 'x' },
      name: '王一（虚构）',
      level: 'county',
      user: 'wangyi',
    })
    expect((await accounts.signIn({ user: 'wangyi', password, office: 'reviewer' }, '::1')).actor.office).toBe(
      'reviewer',
    )
    expect(await codeOf(accounts.signIn({ user: 'wangyi', password, office: 'head' }, '::1'))).toBe('OFFICE_NOT_HELD')
  })

  it('goes on in another office of the same account, and in no other', async () => {
    const accounts = Accounts.without(
      directory(user('wangyi', { subject: 'x' }), user('zhaosi', { offices: ['head'] })),
    )
    const actor = { agency: 'SAMR-411003', office: 'officer', person: 'p-wangyi' }
    const mine = { actor, name: 'x', level: 'county', user: 'wangyi', began: 7 }
    expect(accounts.officesOf(mine)).toEqual(['officer', 'reviewer'])
    expect(accounts.goOn(mine, 'reviewer')).toEqual({
      actor: { ...actor, office: 'reviewer', subject: 'x' },
      ...{ name: '王一（虚构）', level: 'county', user: 'wangyi', began: 7 },
    })
    const goOn = (who: SignedIn, office?: string) => codeOf(new Promise((done) => done(accounts.goOn(who, office))))
    expect(await goOn(mine, 'head')).toBe('OFFICE_NOT_HELD')
    expect(await goOn({ ...mine, user: 'zhaosi' })).toBe('UNAUTHENTICATED')
    expect(await goOn({ ...mine, user: 'gone' })).toBe('UNAUTHENTICATED')
    const dev = { actor, name: 'x', level: 'county' }
    expect(accounts.officesOf(dev)).toEqual(['officer'])
    expect(await goOn(dev)).toBe('done')
    expect(await goOn(dev, 'reviewer')).toBe('OFFICE_NOT_HELD')
  })

  it('tells a wrong password and an unknown user alike, and stops after ten from one address', async () => {
    const { accounts, made } = await Accounts.open(accountsFile(folder()), directory(user('wangyi')))
    const { password } = made[0]!
    expect(await codeOf(accounts.signIn({ user: 'nobody', password: 'x' }, '10.0.0.9'))).toBe('WRONG_PASSWORD')
    for (let i = 0; i < 10; i++)
      expect(await codeOf(accounts.signIn({ user: 'wangyi', password: 'x' }, '10.0.0.2'))).toBe('WRONG_PASSWORD')
    expect(await codeOf(accounts.signIn({ user: 'wangyi', password }, '10.0.0.2'))).toBe('TOO_MANY_SIGN_INS')
    expect(await codeOf(accounts.signIn({ user: 'wangyi', password }, '10.0.0.3'))).toBe('done')
  })

  it('counts a try before it is made: of a hundred at once ten are tried', async () => {
    const { accounts } = await Accounts.open(accountsFile(folder()), directory(user('wangyi')))
    const tries = Array.from({ length: 100 }, () => codeOf(accounts.signIn({ user: 'wangyi', password: 'x' }, '::1')))
    const told = await Promise.all(tries)
    expect(told.filter((code) => code === 'WRONG_PASSWORD').length).toBe(10)
    expect(told.filter((code) => code === 'TOO_MANY_SIGN_INS').length).toBe(90)
  })

  it('has no passwords at all for dev, and knows agencies and offices', async () => {
    const accounts = Accounts.without(directory(user('wangyi')))
    expect(await codeOf(accounts.signIn({ user: 'wangyi', password: '' }, '::1'))).toBe('WRONG_PASSWORD')
    expect(accounts.asDev({ agency: 'RESPONDENT', office: 'party', person: 'zhang', subject: 'u' })).toEqual({
      actor: { agency: 'RESPONDENT', office: 'party', person: 'zhang', subject: 'u' },
      name: 'zhang',
      level: 'outside',
    })
    const refused = (agency: string, office: string) => {
      try {
        return accounts.asDev({ agency, office, person: 'x' })
      } catch (error) {
        return (error as Problem).extra.members
      }
    }
    expect(refused('SAMR-41103', 'officer')).toEqual({
      issues: [
        {
          path: 'dev.agency',
          zh: '没有这个机构；您是否要写“SAMR-411003”？',
          en: 'there is no such agency; did you mean “SAMR-411003”?',
        },
      ],
    })
    expect(refused('RESPONDENT', 'officer')).toEqual({
      issues: [
        {
          path: 'dev.office',
          zh: '该机构没有这个职务，可选：party',
          en: 'there is no such office there; choose from: party',
        },
      ],
    })
    expect(refused('SAMR-411003', 'president')).toEqual({
      issues: [
        {
          path: 'dev.office',
          zh: '该机构没有这个职务，可选：officer、reviewer',
          en: 'there is no such office there; choose from: officer, reviewer',
        },
      ],
    })
  })
})

describe('attempts', () => {
  let now = 0
  const seconds = (attempts: Attempts, user: string, address: string) => {
    const begun = attempts.begin(user, address)
    return 'seconds' in begun ? begun.seconds : 0
  }

  it('wait until the first of ten failures is a quarter of an hour old', () => {
    const attempts = new Attempts(() => now)
    for (now = 0; now < 10_000; now += 1000) attempts.begin('a', '1')
    expect(seconds(attempts, 'a', '1')).toBe(890)
    expect([seconds(attempts, 'b', '1'), seconds(attempts, 'a', '2')]).toEqual([0, 0])
    now = 900_001
    expect(seconds(attempts, 'a', '1')).toBe(0)
  })

  it('of an address wait after a hundred, whoever was tried', () => {
    const attempts = new Attempts(() => now)
    for (now = 0; now < 100; now++) attempts.begin(`user-${now}`, '1')
    expect([seconds(attempts, 'another', '1'), seconds(attempts, 'another', '2')]).toEqual([900, 0])
  })

  it('that succeed are not counted, and clear the failures of that user there', () => {
    now = 0
    const attempts = new Attempts(() => now)
    const signIn = (user: string) => {
      const begun = attempts.begin(user, '1')
      if ('succeeded' in begun) begun.succeeded()
      return 'succeeded' in begun
    }
    for (let n = 0; n < 9; n++) attempts.begin('a', '1')
    expect(Array.from({ length: 200 }, () => signIn('a')).every(Boolean)).toBe(true)
    for (let n = 0; n < 91; n++) expect(seconds(attempts, `user-${n}`, '1')).toBe(0)
    expect(signIn('b')).toBe(false)
  })

  it('from one connection are one address, however it is written', () => {
    now = 0
    const attempts = new Attempts(() => now)
    const same = ['2001:db8:0:1::1', '2001:0db8:0000:0001:ffff::2', '2001:DB8:0:1:0:0:0:3']
    for (let n = 0; n < 10; n++) attempts.begin('a', same[n % 3]!)
    expect(same.map((address) => seconds(attempts, 'a', address))).toEqual([900, 900, 900])
    expect(seconds(attempts, 'a', '2001:db8:0:2::1')).toBe(0)
    for (let n = 0; n < 10; n++) attempts.begin('b', n % 2 ? '10.0.0.1' : '::ffff:10.0.0.1')
    expect([seconds(attempts, 'b', '10.0.0.1'), seconds(attempts, 'b', '::1')]).toEqual([900, 0])
  })
})

describe('tokens', () => {
  const who = { actor: { agency: 'SAMR-411003', office: 'head', person: 'p1' }, name: '孙三', level: 'county' }

  it('carry who is signed in and outlive a restart', async () => {
    const key = join(folder(), 'token.key')
    const token = await (await openTokens(key, 30)).sign(who)
    expect(statSync(key).mode & 0o777).toBe(0o600)
    expect(await (await openTokens(key, 30)).read(token)).toMatchObject(who)
  })

  it('are renewed while they hold, for as long as a session lasts', async () => {
    const tokens = await openTokens(join(folder(), 'k'), 30, 10)
    const session = async (began: number) => {
      const read = await tokens.read(await tokens.sign({ ...who, user: 'sunsan', began }))
      return [read!.user, read!.began, Math.round((read!.until! - Date.now()) / 60_000)]
    }
    const ago = (minutes: number) => Math.floor(Date.now() / 1000 - minutes * 60) * 1000
    const [now, nearly] = [ago(0), ago(590)]
    expect(await session(now)).toEqual(['sunsan', now, 30])
    expect(await session(nearly)).toEqual(['sunsan', nearly, 10])
    expect(await codeOf(session(ago(600)))).toBe('SESSION_OVER')
  })

  it('are refused when they are of another key, changed, ended or not signed', async () => {
    const path = join(folder(), 'k')
    const mine = await openTokens(path, 30)
    const other = await openTokens(join(folder(), 'k'), 30)
    const token = await mine.sign(who)
    const [head, , signature] = token.split('.')
    const forged = Buffer.from(
      JSON.stringify({ sub: 'p2', agency: 'SAMR-411000', office: 'head', level: 'city', name: 'x', iss: 'liandun' }),
    )
    const ended = await (await openTokens(path, -1)).sign(who)
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged.toString('base64url')}.`
    const all = [
      await other.sign(who),
      `${head}.${forged.toString('base64url')}.${signature}`,
      ended,
      none,
      '',
      'x.y.z',
    ]
    expect(await Promise.all(all.map((one) => mine.read(one)))).toEqual(all.map(() => undefined))
  })
})
