import { fromMs, plusDays, toMs, type Service, type Summary, type SummaryClock, usccCheck } from '#kernel'
import { portal } from '#portal'
import type { Envelope, Row, ViewTable } from '#ports'
import type { Rules } from '#rules'

/** What the portal shows of a city that has worked for two years: the same records every time. */

const DAY_MS = 86_400_000
const BATCH = 2000
const COUNTIES = ['411002', '411003', '411024', '411025', '411081', '411082']
const TOWNS = ['魏都', '建安', '鄢陵', '襄城', '禹州', '长葛']
const SIGNS = [
  ...'锦发华美瑞祥福隆鑫源盛达宏泰安顺恒远佳益民兴德润丰裕康乐新世纪东方红星光明海天龙凤翔云霞月春晓秋实金银玉珠宝石钧瓷',
]
const TRADES = ['饰品', '发制品', '服装', '酒业', '化妆品', '汽配', '电子', '食品', '日用品', '农资', '种业', '陶瓷']
const SORTS = ['店', '厂', '商行', '有限公司', '经营部', '工作室']
const GOODS = ['假发套', '发卡', '运动鞋', '白酒', '口红', '火花塞', '充电器', '香油', '洗衣液', '种子', '茶具']

/** The same numbers every time. */
const dice = (): ((below: number) => number) => {
  let state = 42
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

type Roll = ReturnType<typeof dice>
const one = <T>(roll: Roll, all: readonly T[]): T => all[roll(all.length)]!

const subjectOf = (roll: Roll, n: number) => {
  const at = roll(COUNTIES.length)
  const first = `92${COUNTIES[at]}MA${n
    .toString(36)
    .toUpperCase()
    .replace(/[IOSVZ]/g, 'X')
    .padStart(7, '0')}`.slice(0, 17)
  const name = `${TOWNS[at]}区${one(roll, SIGNS)}${one(roll, SIGNS)}${one(roll, SIGNS)}${one(roll, TRADES)}${one(roll, SORTS)}（虚构）`
  const address = `${TOWNS[at]}区${one(roll, SIGNS)}${one(roll, SIGNS)}路${1 + roll(300)}号`
  return { at, name, uscc: first + usccCheck(first), address }
}

const rolesFor = (kind: string, county: string, uscc: string, closed: boolean): Record<string, string[]> => {
  const [samr, police, court] = [`SAMR-${county}`, `PSB-${county}`, `COURT-${county}`]
  const respondent = [`party:${uscc}`]
  switch (kind) {
    case 'routing/transfer':
      return {
        holder: [closed ? samr : police],
        agency: [samr],
        police: [police],
        prosecutor: [`PROC-${county}`],
        court: [court],
      }
    case 'routing/joint-action':
      return { holder: [samr], proposer: [samr], office: ['JC-OFFICE-411000'], participant: [samr, police] }
    case 'mediation/mediation':
      return { holder: ['MEDIATION-411000'], respondent, parties: respondent }
    case 'mediation/confirmation':
      return { holder: [court], organisation: ['MEDIATION-411000'], parties: respondent }
    case 'intake/subject':
      return { concerned: [samr] }
    case 'intake/lead':
      return { holder: [samr], registrar: ['HUB-411000'] }
    default:
      return { holder: [samr], respondent }
  }
}

export interface Made {
  row: Row
  name: string
  uscc: string
  number: string
}

/** Makes the rows of so many records as the portal folds them. */
export class Register {
  private readonly roll = dice()
  private readonly kinds: readonly Service['records'][number]['record'][]
  private readonly fold = portal.views.find(({ name }) => name === 'records')!.fold

  constructor(
    services: readonly Service[],
    private readonly rules: Rules,
    readonly now: string,
  ) {
    this.kinds = services.flatMap(({ records }) => records.map(({ record }) => record))
  }

  private clocks(kind: string, start: string): SummaryClock[] {
    const rows = this.rules.clockRows(kind)
    if (!rows.length) return []
    return Array.from({ length: 1 + this.roll(2) }, () => {
      const due = plusDays(start.slice(0, 10), 5 + this.roll(120))
      const over = due < this.now.slice(0, 10)
      const state = over ? 'breached' : this.roll(8) ? 'running' : 'paused'
      const dated = state === 'paused' ? { pausedSince: start.slice(0, 10) } : { due, strict: due, lastSafeDay: due }
      return { id: one(this.roll, rows).id, key: '', state, ...dated, provisional: false, unit: 'WD', start }
    })
  }

  private summary(n: number): Summary {
    const { roll } = this
    const type = this.kinds[n % this.kinds.length]!
    const { at, name, uscc, address } = subjectOf(roll, n)
    const states = Object.keys(type.states)
    const finals = states.filter((state) => type.states[state]!.final)
    const closed = roll(10) < 7 && finals.length > 0
    const state = one(roll, closed ? finals : states.filter((one) => !finals.includes(one)))
    const began = fromMs(toMs(this.now) - (1 + roll(closed ? 730 : 120)) * DAY_MS)
    const since = fromMs(toMs(began) + roll(Math.max(1, Math.floor((toMs(this.now) - toMs(began)) / DAY_MS))) * DAY_MS)
    return {
      id: `r${String(n).padStart(7, '0')}`,
      kind: type.kind,
      dossier: `d${String(Math.floor(n / 4)).padStart(7, '0')}`,
      version: 2,
      state,
      overlays: [],
      label: name,
      search: { name: [name], uscc: [uscc], address: [address], goods: [one(roll, GOODS)] },
      roles: rolesFor(type.kind, COUNTIES[at]!, uscc, closed),
      numbers: [`许${TOWNS[at]![0]}市监立案〔2026〕${n}号`],
      clocks: closed ? [] : this.clocks(type.kind, since),
      since,
      by: { agency: `SAMR-${COUNTIES[at]!}`, office: 'officer', person: 'p1' },
      at: since,
    }
  }

  make(n: number): Made {
    const summary = this.summary(n)
    const row = this.fold(undefined, { summary } as unknown as Envelope, summary.id)!
    return { row, name: summary.label, uscc: summary.search!.uscc![0]!, number: summary.numbers[0]! }
  }

  async fill(table: ViewTable, records: number): Promise<void> {
    for (let from = 0; from < records; from += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, records - from) }, (_, n) => this.make(from + n).row)
      await table.apply(rows.map((row) => ({ id: row.id, row })))
      await table.count({ id: rows[0]!.id })
    }
  }
}
