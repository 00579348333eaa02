import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { isKept, openEmbedded, systemTime } from '#embedded'
import { readInstant, type Service } from '#kernel'
import { services as toys, toyRules } from '#kernel/toy'
import { policy } from '#policy'
import { portal } from '#portal'
import type { Agency, Level, Rules } from '#rules'
import { Accounts } from './accounts/accounts.js'
import { openTokens } from './accounts/tokens.js'
import type { House } from './house.js'
import { OpenWorlds, type Opening, type OpenPorts } from './open-worlds.js'
import { lexiconOf } from './lexicon.js'
import { openShell } from './shell.js'

/** A house for specs: the kernel's toy services on the embedded adapters, behind the real door and the real policy. */

const title = (text: string) => ({ zh: text, en: text })
const agency = (code: string, level: Level, superior?: string): Agency => ({
  code,
  kind: code,
  level,
  region: '411003',
  name: title(code),
  superior,
})
const AGENCIES = [
  agency('A-1', 'county', 'CITY'),
  agency('B-1', 'county', 'CITY'),
  agency('CITY', 'city'),
  agency('RESPONDENT', 'outside'),
]
const WANG = { user: 'wangyi', name: '王一（虚构）', agency: 'A-1', offices: ['officer', 'leader'], person: 'p1' }
const find = (code: string) => AGENCIES.find((one) => one.code === code)

export const sampleRules = (): Rules => {
  const toy = toyRules()
  const rules = {
    ...toy,
    agencies: AGENCIES,
    agency: find,
    superiorOf: (code: string) => find(find(code)?.superior ?? ''),
    may: (code: string, right: string) => right === 'serve' && code === 'A-1',
    users: [WANG],
    staff: (person: string) => [WANG].filter((one) => one.person === person),
    terms: [],
    offices: [
      { code: 'officer', title: { zh: '办案人员', en: 'Case officer' }, groups: [] },
      { code: 'leader', title: { zh: '部门负责人', en: 'Responsible deputy' }, groups: ['responsible'] },
      { code: 'head', title: { zh: '正职负责人', en: 'Head' }, groups: ['responsible'] },
      { code: 'party', title: title('party'), groups: [], kinds: ['RESPONDENT'] },
    ],
    instrument: (key: string) => (key === 'TOY' ? { key, name: { zh: '玩具法', en: 'Toy Act' } } : undefined),
    document: () => undefined,
    allClocks: toy.clockRows('alpha/notice'),
    explainClock: ({ clock, start }: { clock: string; start: string }) => ({ clock, start, days: [] }),
    withPeople: () => rules,
    withSwitches: (values: object) => ({ ...rules, switches: values }),
  } as unknown as Rules
  return rules
}

export interface Sample {
  app: NestFastifyApplication
  house: House
  worlds: OpenWorlds
  dir: string
  /** The adapters of the main world. */
  ports: OpenPorts
  /** Signs in as anyone of an agency. */
  as: (agency: string, office: string, person: string, subject?: string) => Promise<string>
  close: () => Promise<void>
}

export const OPERATOR_TOKEN = 'operator-of-the-spec'

const toyHouse: readonly Service[] = [
  ...toys,
  { ...portal, views: portal.views.map((view) => ({ ...view, topics: ['alpha', 'beta'] })) },
]

export const openSample = async (more: Partial<House> & { dir?: string } = {}): Promise<Sample> => {
  const { dir = mkdtempSync(join(tmpdir(), 'shell-')), ...rest } = more
  const rules = more.rules ?? sampleRules()
  const services = more.services ?? toyHouse
  const opened: OpenPorts[] = []
  const opening: Opening = {
    services,
    rules,
    policy,
    key: 'secret',
    dir,
    stem: 'liandun',
    manualFrom: readInstant('2026-03-02T09:00')!,
    system: systemTime,
    kept: async (stem) => isKept(dir, `${stem}.sqlite`),
    openPorts: async (stem, time) => {
      const ports = await openEmbedded({ dir, file: `${stem}.sqlite`, time })
      opened.push(ports)
      return ports
    },
    failed: (error) => console.error(error),
  }
  const worlds = await OpenWorlds.open(opening)
  const accounts = Accounts.without(rules)
  const house: House = {
    services,
    rules,
    worlds,
    accounts,
    tokens: await openTokens(join(dir, 'token.key'), 30),
    dev: true,
    key: 'secret',
    operator: { token: OPERATOR_TOKEN, open: () => true },
    lexicon: lexiconOf(services, rules),
    ready: () => true,
    log: { level: 'silent' },
    ...rest,
  }
  const app = await openShell(house)
  const as = async (agency: string, office: string, person: string, subject?: string) =>
    `Bearer ${await house.tokens.sign({ actor: { agency, office, person, subject }, name: person, level: 'county' })}`
  const close = async () => {
    await app.close()
    await worlds.stop()
    if (!more.dir) rmSync(dir, { recursive: true })
  }
  return { app, house, worlds, dir, ports: opened[0]!, as, close }
}
