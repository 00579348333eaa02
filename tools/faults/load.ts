import { usccCheck, type Actor, type Answer, type Command } from '#kernel'
import type { ViewTable } from '#ports'
import type { Rules } from '#rules'

/** Says what was promised, once it was. */
export type Say = (line: string) => void

/** Below the threshold alone, above it together (rulebook 3.4, trade marks). */
export const SHARE = 3_000_000
const FIGURE = 8_600_000
const BUREAUS = ['SAMR-411002', 'SAMR-411003'] as const
const HUB = 'HUB-411000'

const as = (agency: string, office: string, person: string): Actor => ({ agency, office, person })
const MET = { evidence: true, penalty: true, jurisdiction: true, limitation: true }
const OFFICERS = ['p-officer', 'p-second']
/** Whom the directory has beside the people of the seeds. */
export const PEOPLE = BUREAUS.flatMap((agency) => OFFICERS.map((person) => ({ agency, person, licence: '' })))

type Done = Extract<Answer, { outcome: 'done' }>
interface Act {
  kind: string
  step: string
  actor: Actor
  input: Record<string, unknown>
  id?: string
  key: string
}

/** The two that evaluate amounts of one subject at once. */
export interface Pair {
  n: string
  cases: readonly [string, string]
}

/** Where acts are taken, here or over HTTP. */
export interface Doors {
  handle(command: Command): Promise<Answer>
  view(service: string, name: string): Pick<ViewTable, 'find'> | undefined
}

/** A world at work, as people and clocks would keep it: several matters beside one another, each act after the one it builds on. */
export class Load {
  private readonly caseKind = 'intake/administrative-case'

  constructor(
    private readonly world: Doors,
    private readonly say: Say,
    /** Part of every key: which opening of the house this is. */
    private readonly cycle: string,
    /** How long one waits for what others make of an act. */
    private readonly waitMs = 500,
  ) {}

  /** Works until the process ends. */
  async run(lanes: number): Promise<void> {
    const work = async (lane: number) => {
      for (let n = 0; ; n++) {
        await this.matter(lane, n)
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    await Promise.all(Array.from({ length: lanes }, (_, lane) => work(lane)))
  }

  /** The n-th matter of a lane, from its first act to its last. */
  async matter(lane: number, n: number): Promise<void> {
    const kinds = [this.pair, this.crime, this.lead, this.goods]
    await kinds[lane % kinds.length]!.call(this, `${this.cycle}-${lane}-${n}`)
  }

  /** What was answered; undefined where the domain said no, which under load and hurried time it may. */
  async act({ kind, step, actor, input, id, key }: Act): Promise<Done | undefined> {
    const answer = await this.world.handle({ kind, step, actor, input, id, key: `${key}-${step}` })
    if (answer.outcome === 'refused') {
      this.say(`R ${kind}/${step} ${answer.code} ${JSON.stringify(answer.facts)}`)
      return undefined
    }
    if (answer.outcome !== 'done') throw new Error(`${kind}/${step}: ${JSON.stringify(answer)}`)
    this.say(`A ${answer.kind} ${answer.id} ${answer.message} ${answer.version}`)
    return answer
  }

  private file(bureau: string, n: string, more: Record<string, unknown>, by = 'p-leader'): Promise<Done | undefined> {
    const input = { officers: OFFICERS, ip: 'trademark', act: `行为 ${n}`, conditions: MET, ...more }
    return this.act({
      kind: this.caseKind,
      step: 'FileCase',
      actor: as(bureau, 'leader', by),
      input,
      key: `${n}-${bureau}-${by}`,
    })
  }

  evaluate(bureau: string, id: string, n: string, figure: number): Promise<Done | undefined> {
    const input = { metrics: { illegal_business: figure }, evidence: ['账册一'], suspicion: false }
    return this.act({
      kind: this.caseKind,
      step: 'EvaluateThreshold',
      actor: as(bureau, 'officer', 'p-officer'),
      input,
      id,
      key: n,
    })
  }

  /** Both shares of a pair; done already, it is answered as before. */
  async evaluateBoth({ n, cases }: Pair): Promise<(Done | undefined)[]> {
    return Promise.all(cases.map((id, index) => this.evaluate(BUREAUS[index]!, id, n, SHARE)))
  }

  /** Two bureaus find half a crime each, in the same instant. */
  private async pair(n: string): Promise<void> {
    const subject = { name: `甲 ${n}`, uscc: usccOf(n) }
    const filed = await Promise.all(BUREAUS.map((bureau) => this.file(bureau, n, { subject })))
    const [one, other] = filed.map((made) => made?.id)
    if (one === undefined || other === undefined) return
    this.say(`P ${n} ${one} ${other}`)
    await this.evaluateBoth({ n, cases: [one, other] })
  }

  /** One bureau finds a whole crime and sends it to the police. */
  private async crime(n: string): Promise<void> {
    const [bureau] = BUREAUS
    const filed = await this.file(bureau, n, { subject: { name: `乙 ${n}`, uscc: usccOf(n) } })
    if (!filed || !(await this.evaluate(bureau, filed.id, n, FIGURE))) return
    const id = await this.transferOf(filed.id)
    if (id === undefined) return
    const step = (name: string, office: string, input: Record<string, unknown>, agency: string = bureau) =>
      this.act({ kind: 'routing/transfer', step: name, actor: as(agency, office, `p-${office}`), input, id, key: n })
    const amounts = [{ metric: 'illegal_business', value: FIGURE, evidence: ['账册一'] }]
    await step('FormTaskForce', 'leader', { officers: OFFICERS })
    await step('SubmitTransferReport', 'officer', { amounts, summary: '涉嫌假冒注册商标' })
    await step('ApproveTransfer', 'head', { reason: '涉嫌犯罪' })
    await step('SendToPolice', 'officer', { to: 'PSB-411002', enclosures: ENCLOSURES })
    await step('SignReceipt', 'officer', { ownField: true, complete: true }, 'PSB-411002')
    await step('FilePolice', 'officer', {}, 'PSB-411002')
  }

  /** The transfer that the evaluation brings about, once others know of it. */
  private async transferOf(dossierCase: string): Promise<string | undefined> {
    const table = this.world.view('portal', 'records')!
    for (let waited = 0; waited < this.waitMs; waited += 5) {
      const found = await table.find({ dossier: dossierCase, kind: 'routing/transfer' })
      if (found[0]) return found[0].id
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return undefined
  }

  /** A report becomes a lead; two responsible persons file it in the same instant, and one of them is first. */
  private async lead(n: string): Promise<void> {
    const [bureau] = BUREAUS
    const kind = 'intake/lead'
    const subject = { name: `丙 ${n}`, uscc: usccOf(n) }
    const hub = as(HUB, 'intake', 'p-hub')
    const made = await this.act({
      kind,
      step: 'RegisterLead',
      actor: hub,
      input: {
        channel: 'SRC-12315-JB',
        handler: false,
        subject,
        ip: 'trademark',
        clue: '大量生产假冒商标的商品',
        reporter: { name: `何 ${n}`, contact: n },
      },
      key: n,
    })
    if (!made) return
    const { id } = made
    await this.act({ kind, step: 'ClassifyLead', actor: hub, input: { ip: 'trademark' }, id, key: n })
    await this.act({ kind, step: 'DispatchLead', actor: hub, input: { to: bureau }, id, key: n })
    await this.act({
      kind,
      step: 'StartVerification',
      actor: as(bureau, 'officer', 'p-officer'),
      input: { officers: OFFICERS },
      id,
      key: n,
    })
    await Promise.all(['p-leader', 'p-deputy'].map((by) => this.file(bureau, n, { leads: [id] }, by)))
  }

  /** Goods are seized and left: their time runs out, mostly while nobody runs. */
  private async goods(n: string): Promise<void> {
    const bureau = BUREAUS[1]
    const filed = await this.file(bureau, n, { subject: { name: `丁 ${n}`, uscc: usccOf(n) } })
    if (!filed) return
    const input = {
      case: filed.id,
      kind: 'seize',
      basis: '商标法第六十二条',
      goods: [{ name: '电缆接头', quantity: 1200, unit: '只' }],
    }
    await this.act({
      kind: 'intake/measure',
      step: 'SealOrSeize',
      actor: as(bureau, 'leader', 'p-leader'),
      input,
      key: n,
    })
  }
}

const ENCLOSURES = {
  涉嫌犯罪案件移送书: ['m1'],
  调查报告: ['r1'],
  涉案物品清单: ['g1'],
  检验报告: ['t1'],
  其他材料: ['o1'],
}

/** A credit code of its own for each matter: made up, of the right form. */
export const usccOf = (n: string): string => {
  const first = `9${n.replaceAll('-', 'X').padStart(16, '0')}`
  return first + usccCheck(first)
}

/** @throws when the shares no longer stand on both sides of the threshold */
export const checkShares = (rules: Rules): void => {
  const judge = (figure: number) =>
    rules.evaluate({ ip: 'trademark', metrics: { illegal_business: figure }, actDate: '2026-03-02' }).result
  if (judge(SHARE) === 'met' || judge(2 * SHARE) !== 'met')
    throw new Error('two shares of the fault load no longer make one crime: correct SHARE in tools/faults/load.ts')
}
