import { beforeAll, describe, expect, it } from '@jest/globals'
import { contract, event, field, reaction, record, refuse, service, type Service, type Step } from '#kernel'
import { loadRules, type Rules } from '#rules'
import { checkHouse } from './check.js'

const title = { zh: '试', en: 'trial' }
const Opened = contract(1, 'Opened', title, { what: field.text })
const Closed = event('Closed', title)
const Mislaid = event('Mislaid', title)

const thing = record({
  service: 'trial',
  name: 'thing',
  title,
  states: { OPEN: title, CLOSED: { ...title, final: true }, LOST: title },
  facts: {},
  events: [Opened, Closed, Mislaid],
  evolve: { Opened: 'OPEN', Closed: 'CLOSED', Mislaid: 'LOST' },
  roles: { holder: () => 'SAMR-411003' },
  label: () => 'thing',
})
const open = thing.step({
  name: 'Open',
  title,
  law: [],
  from: ['new'],
  who: { may: 'file-case', office: 'responsible' },
  input: { what: field.text },
  makes: '立案/不予立案审批表',
  emits: [Opened],
  decide: Opened,
})
const shut = thing.step({
  name: 'Shut',
  title,
  law: [],
  from: ['OPEN', 'LOST'],
  who: { of: 'holder', office: 'leader' },
  emits: [Closed],
  decide: () => Closed({}),
})
const lose = thing.step({
  name: 'Lose',
  title,
  law: [],
  from: ['OPEN'],
  who: 'system',
  emits: [Mislaid],
  decide: () => Mislaid({}),
})

const house = (more: Partial<Service> = {}, steps: readonly Step[] = [open, shut, lose]): Service[] => [
  service({ name: 'trial', title, records: [{ record: thing, steps }], reactions: [], views: [], ...more }),
]

describe('what is checked at start', () => {
  let rules: Rules
  beforeAll(() => {
    rules = loadRules()
  })
  const faults = (more: Partial<Service>, steps?: readonly Step[]) => checkHouse(house(more, steps), rules)
  const changed = (step: Step, change: Partial<Step>): Step => ({ ...step, ...change })

  it('finds nothing where nothing is wrong', () => {
    expect(faults({})).toEqual([])
  })

  it('a state that nothing leads to, and its event', () => {
    expect(faults({}, [open, shut])).toEqual([
      'trial/thing: no step or lapse leads to the state LOST. Add a step whose event leads there in services/trial/thing/steps, or take the state out of state.ts.',
      'trial/thing: no step emits Mislaid and no clock lapses into it. Add it to the emits of a step, or take it out of events in state.ts.',
    ])
  })

  it('a state that cannot be left', () => {
    expect(faults({}, [open, changed(shut, { from: ['OPEN'] }), lose])).toEqual([
      "trial/thing: the state LOST is not final and nothing leads out of it. Add a step with from: ['LOST'] in services/trial/thing/steps, or mark it final in state.ts.",
    ])
    expect(faults({}, [open, changed(shut, { from: ['open'] }), lose])).toEqual([])
    expect(faults({}, [open, changed(shut, { from: ['any'] }), lose])).toEqual([])
  })

  it('an office, role or right that is not there', () => {
    expect(
      faults({}, [
        changed(open, { who: { office: 'responsable' } }),
        changed(shut, { who: { of: 'owner', office: 'leader' } }),
        lose,
      ]),
    ).toEqual([
      'trial/thing/Open: there is no office responsable; did you mean responsible? Offices stand in libs/rules/offices.yaml.',
      'trial/thing/Open: a step that makes a record says by which right of libs/rules/rights.yaml: who: { may: … }.',
      'trial/thing/Shut: the record has no role owner; it has holder. Add it to roles in state.ts.',
    ])
    expect(faults({}, [changed(open, { who: { may: 'file-cases', office: 'leader' } }), shut, lose])).toEqual([
      'trial/thing/Open: there is no right file-cases; did you mean file-case? Rights stand in libs/rules/rights.yaml.',
    ])
  })

  it('a code without a sentence, declared or written', () => {
    const declared = changed(shut, { who: { of: 'holder', office: 'leader', else: 'ERR_WRONG_APROVER' } })
    const written = changed(lose, { decide: () => refuse('ERR_LOST_AND_FOUND') })
    expect(faults({}, [open, declared, written])).toEqual([
      'trial/thing/Shut: the code ERR_WRONG_APROVER has no sentence. Add a row for it to libs/shell/refusals-law.ts.',
      'trial/thing/Lose: the code ERR_LOST_AND_FOUND has no sentence. Add a row for it to libs/shell/refusals-law.ts.',
    ])
  })

  it('a paper that the catalogue does not have', () => {
    expect(faults({}, [changed(open, { makes: '立案审批单' }), changed(shut, { given: ['听证报吿'] }), lose])).toEqual([
      'trial/thing/Open: there is no paper 《立案审批单》; did you mean 《结案审批表》? Papers stand in libs/rules/documents.yaml.',
      'trial/thing/Shut: there is no paper 《听证报吿》; did you mean 《听证报告》? Papers stand in libs/rules/documents.yaml.',
    ])
  })

  it('a reaction to what no contract says, or by a step that is not its own', () => {
    const deaf = reaction({ name: 'deaf', on: ['trial/thing', Closed], step: lose, to: () => undefined })
    const strange = reaction({
      name: 'strange',
      on: ['trial/thing', Opened],
      step: changed(shut, {}),
      to: () => undefined,
    })
    expect(faults({ reactions: [deaf, strange, { ...deaf, on: strange.on }] })).toEqual([
      'services/trial/reactions.ts: two reactions are named deaf; their inputs could not be told apart.',
      "services/trial/reactions.ts: the reaction deaf waits for trial/thing.Closed, which no contract has. Declare it with contract(1, 'Closed', …) in libs/contracts/trial/thing.ts and list it in the record's events.",
      'services/trial/reactions.ts: the reaction strange takes the step Shut, which services/trial/service.ts does not list.',
      "services/trial/reactions.ts: the reaction strange takes the step Shut; a step that reactions take says who: 'system'.",
    ])
  })

  it('two steps of one name, a record in another house, a view of no service', () => {
    const view = { name: 'rows', format: 1, topics: ['trail'], ids: () => [], fold: () => undefined }
    expect(faults({ views: [view] }, [open, shut, lose, shut])).toEqual([
      'services/trial: the view rows listens to trail, which is no service; did you mean trial?',
      'trial/thing: two steps are named Shut. Rename one of them.',
    ])
    expect(faults({ name: 'other' })).toEqual(['trial/thing is listed by other. Move it to services/trial/service.ts.'])
  })

  it('a clock that names an event which its record does not have', () => {
    const lead = record({
      service: 'intake',
      name: 'lead',
      title,
      states: { OPEN: title },
      facts: {},
      events: [Opened],
      evolve: { Opened: 'OPEN' },
      reads: { verify: 'CLK-VERFY' },
      roles: {},
      label: () => '',
    })
    const found = checkHouse(
      [service({ name: 'intake', title, records: [{ record: lead, steps: [] }], reactions: [], views: [] })],
      rules,
    )
    expect(found).toContain(
      'intake/lead: its steps look at the clock CLK-VERFY, which it does not have; did you mean CLK-VERIFY? Write it right in reads in services/intake/lead/state.ts, or add its row to libs/rules/law.',
    )
    expect(found.filter((text) => text.includes('CLK-VERIFY')).length).toBeGreaterThan(0)
  })
})
