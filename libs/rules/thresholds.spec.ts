import { describe, expect, it } from '@jest/globals'
import type { ThresholdQuestion } from './index.js'
import { loadRules } from './load.js'

/** Rows of rulebook 3.4: rule_id, article, offence, tier, flag, metric, threshold, unit. */
const TABLE = `
T213G-1a,213,counterfeit_mark_goods,serious,base,illegal_gain,30000,CNY
T213G-1b,213,counterfeit_mark_goods,serious,base,illegal_business,50000,CNY
T213G-2a,213,counterfeit_mark_goods,serious,two_marks,illegal_gain,20000,CNY
T213G-2b,213,counterfeit_mark_goods,serious,two_marks,illegal_business,30000,CNY
T213G-3a,213,counterfeit_mark_goods,serious,repeat_2y,illegal_gain,20000,CNY
T213G-3b,213,counterfeit_mark_goods,serious,repeat_2y,illegal_business,30000,CNY
T213G-X1,213,counterfeit_mark_goods,specially_serious,base,illegal_gain,300000,CNY
T213G-X2,213,counterfeit_mark_goods,specially_serious,base,illegal_business,500000,CNY
T213G-X3,213,counterfeit_mark_goods,specially_serious,two_marks|repeat_2y,illegal_gain,200000,CNY
T213G-X4,213,counterfeit_mark_goods,specially_serious,two_marks|repeat_2y,illegal_business,300000,CNY
T213S-1,213,counterfeit_mark_services,serious,base,illegal_gain,50000,CNY
T213S-2,213,counterfeit_mark_services,serious,two_marks|repeat_2y,illegal_gain,30000,CNY
T213S-X1,213,counterfeit_mark_services,specially_serious,base,illegal_gain,500000,CNY
T213S-X2,213,counterfeit_mark_services,specially_serious,two_marks|repeat_2y,illegal_gain,300000,CNY
T213M-1,213,counterfeit_mark_mixed,serious,base,goods_gain+service_gain,50000,CNY
T214-1a,214,sale_counterfeit_goods,serious,base,illegal_gain,30000,CNY
T214-1b,214,sale_counterfeit_goods,serious,base,sales_amount,50000,CNY
T214-2a,214,sale_counterfeit_goods,serious,repeat_2y,illegal_gain,20000,CNY
T214-2b,214,sale_counterfeit_goods,serious,repeat_2y,sales_amount,30000,CNY
T214-3a,214,sale_counterfeit_goods,serious,base,unsold_value,150000,CNY
T214-3b,214,sale_counterfeit_goods,serious,base,sales_amount+unsold_value,150000,CNY
T214-3c,214,sale_counterfeit_goods,serious,repeat_2y,unsold_value,90000,CNY
T214-3d,214,sale_counterfeit_goods,serious,repeat_2y,sales_amount+unsold_value,90000,CNY
T214-X1,214,sale_counterfeit_goods,specially_serious,base,illegal_gain,300000,CNY
T214-X2,214,sale_counterfeit_goods,specially_serious,base,sales_amount,500000,CNY
T214-X3,214,sale_counterfeit_goods,specially_serious,base,unsold_value|sales_amount+unsold_value,1500000,CNY
T214-X4,214,sale_counterfeit_goods,specially_serious,repeat_2y,illegal_gain,200000,CNY
T214-X5,214,sale_counterfeit_goods,specially_serious,repeat_2y,sales_amount,300000,CNY
T214-X6,214,sale_counterfeit_goods,specially_serious,repeat_2y,unsold_value|sales_amount+unsold_value,900000,CNY
T215-1a,215,illegal_labels,serious,base,label_count,10000,piece
T215-1b,215,illegal_labels,serious,base,illegal_gain,20000,CNY
T215-1c,215,illegal_labels,serious,base,illegal_business,30000,CNY
T215-2a,215,illegal_labels,serious,two_marks|repeat_2y,label_count,5000,piece
T215-2b,215,illegal_labels,serious,two_marks|repeat_2y,illegal_gain,10000,CNY
T215-2c,215,illegal_labels,serious,two_marks|repeat_2y,illegal_business,20000,CNY
T215-4a,215,illegal_labels,serious,base,unsold_label_count|sold+unsold_label_count,30000,piece
T215-4b,215,illegal_labels,serious,two_marks|repeat_2y,unsold_label_count|sold+unsold_label_count,15000,piece
T215-X1,215,illegal_labels,specially_serious,base,label_count,50000,piece
T215-X2,215,illegal_labels,specially_serious,base,illegal_gain,100000,CNY
T215-X3,215,illegal_labels,specially_serious,base,illegal_business,150000,CNY
T215-X4,215,illegal_labels,specially_serious,two_marks|repeat_2y,label_count,25000,piece
T215-X5,215,illegal_labels,specially_serious,two_marks|repeat_2y,illegal_gain,50000,CNY
T215-X6,215,illegal_labels,specially_serious,two_marks|repeat_2y,illegal_business,100000,CNY
T216-1a,216,counterfeit_patent,serious,base,illegal_gain,100000,CNY
T216-1b,216,counterfeit_patent,serious,base,illegal_business,200000,CNY
T216-1c,216,counterfeit_patent,serious,base,direct_loss,300000,CNY
T216-2a,216,counterfeit_patent,serious,two_patents|repeat_2y,illegal_gain,50000,CNY
T216-2b,216,counterfeit_patent,serious,two_patents|repeat_2y,illegal_business,100000,CNY
T217-1a,217,copyright,serious,base,illegal_gain,30000,CNY
T217-1b,217,copyright,serious,base,illegal_business,50000,CNY
T217-2a,217,copyright,serious,repeat_2y,illegal_gain,20000,CNY
T217-2b,217,copyright,serious,repeat_2y,illegal_business,30000,CNY
T217-3,217,copyright,serious,base,copies,500,copy
T217-4a,217,copyright,serious,base,works,500,work
T217-4b,217,copyright,serious,base,downloads,10000,count
T217-4c,217,copyright,serious,base,clicks,100000,count
T217-4d,217,copyright,serious,base,members,1000,count
T217-5,217,copyright,serious,composite,two_of_items_1_to_4,0.5,ratio
T217-X,217,copyright,specially_serious,any,any_metric_above,10,multiple
T218-1a,218,sale_pirated_copies,serious,base,illegal_gain,50000,CNY
T218-1b,218,sale_pirated_copies,serious,base,sales_amount,100000,CNY
T218-2a,218,sale_pirated_copies,serious,repeat_2y,illegal_gain,30000,CNY
T218-2b,218,sale_pirated_copies,serious,repeat_2y,sales_amount,50000,CNY
T218-3,218,sale_pirated_copies,serious,base,copies,1000,copy
T218-4a,218,sale_pirated_copies,serious,base,unsold_value|sales_amount+unsold_value,300000,CNY
T218-4b,218,sale_pirated_copies,serious,repeat_2y,unsold_value|sales_amount+unsold_value,150000,CNY
T218-4c,218,sale_pirated_copies,serious,base,unsold_copies|sold+unsold_copies,3000,copy
T219-1a,219,trade_secret,serious,base,loss,300000,CNY
T219-1b,219,trade_secret,serious,base,illegal_gain,300000,CNY
T219-2,219,trade_secret,serious,repeat_2y,loss|illegal_gain,100000,CNY
T219-X1,219,trade_secret,specially_serious,base,loss|illegal_gain,3000000,CNY
T219-X2,219,trade_secret,specially_serious,repeat_2y,loss|illegal_gain,1000000,CNY
T219-X3,219,trade_secret,specially_serious,bankruptcy,owner_bankrupt_or_closed,1,bool
T2191-0,219-1,trade_secret_foreign,base,base,act,1,count
T2191-1,219-1,trade_secret_foreign,serious,any,any_FS5_17_circumstance,1,bool
`
  .trim()
  .split('\n')
  .map((line) => line.split(','))

/** Rulebook 3.5 and 3.3 beyond the machine-readable table: rule, offence, tier, flag, metric, threshold in yuan or pieces, unit, day of the act. */
const OLD = `
O213-1a,counterfeit_mark_goods,serious,base,illegal_business,50000,CNY,2024-05-01
O213-1b,counterfeit_mark_goods,serious,base,illegal_gain,30000,CNY,2024-05-01
O213-2a,counterfeit_mark_goods,serious,two_marks,illegal_business,30000,CNY,2024-05-01
O213-2b,counterfeit_mark_goods,serious,two_marks,illegal_gain,20000,CNY,2024-05-01
O214-1,sale_counterfeit_goods,serious,base,sales_amount,50000,CNY,2024-05-01
O214-3a,sale_counterfeit_goods,serious,base,unsold_value,150000,CNY,2024-05-01
O216-1a,counterfeit_patent,serious,base,illegal_business,200000,CNY,2024-05-01
O216-1b,counterfeit_patent,serious,base,illegal_gain,100000,CNY,2024-05-01
O216-1c,counterfeit_patent,serious,base,direct_loss,500000,CNY,2024-05-01
O216-2a,counterfeit_patent,serious,two_patents,illegal_business,100000,CNY,2024-05-01
O216-2b,counterfeit_patent,serious,two_patents,illegal_gain,50000,CNY,2024-05-01
O217-1a,copyright,serious,base,illegal_gain,30000,CNY,2024-05-01
O217-1b,copyright,serious,base,illegal_business,50000,CNY,2024-05-01
O217-3,copyright,serious,base,copies,1000,copy,2006-05-01
O217-3,copyright,serious,base,copies,500,copy,2007-04-05
O217-4a,copyright,serious,base,works,500,work,2024-05-01
O217-4c,copyright,serious,base,members,1000,count,2024-05-01
O218-1,sale_pirated_copies,serious,base,illegal_gain,100000,CNY,2024-05-01
O219-1,trade_secret,serious,base,loss,500000,CNY,2020-09-13
O219-1,trade_secret,serious,base,loss,300000,CNY,2020-09-14
O219-1,trade_secret,serious,base,illegal_gain,300000,CNY,2020-09-14
`
  .trim()
  .split('\n')
  .map((line) => line.split(','))

const rules = loadRules()
const SINCE = '2026-03-04'

const amount = (threshold: number, unit: string): number => (unit === 'CNY' ? threshold * 100 : threshold)

const flagsOf = (flag: string): string[] =>
  ['two_marks', 'repeat_2y', 'two_patents'].filter((one) => flag.includes(one))

const metBy = (question: Partial<ThresholdQuestion> & Pick<ThresholdQuestion, 'metrics'>): string[] =>
  rules.evaluate({ actDate: SINCE, ...question }).met.map((one) => one.rule)

/** `sold` of the table is `sold_label_count` or `sold_copies` here; a sum is reached by its last part alone. */
const alternatives = (metric: string): string[] => metric.split('|').map((one) => one.split('+').at(-1)!)

const plain = TABLE.filter(([rule]) => !['T217-5', 'T217-X', 'T219-X3', 'T2191-0', 'T2191-1'].includes(rule!))

describe('every row of FS5', () => {
  const cases = plain.flatMap(([rule, , offence, , flag, metric, threshold, unit]) => {
    const flags: (string | undefined)[] = flagsOf(flag!).length > 0 ? flagsOf(flag!) : [undefined]
    const at = amount(+threshold!, unit!)
    return flags.flatMap((one) => alternatives(metric!).map((name) => ({ rule, offence, flag: one, name, at })))
  })

  it.each(cases)('$rule $flag $name', ({ rule, offence, flag, name, at }) => {
    const flags = [...(flag ? [flag] : []), 'sells_others_labels']
    const question = (n: number) => ({ offences: [offence!], flags, metrics: { [name]: n } })
    expect(metBy(question(at - 1))).not.toContain(rule)
    expect(metBy(question(at))).toContain(rule)
  })

  it.each(plain.map(([rule, article, offence, tier]) => ({ rule, article, offence, tier })))(
    '$rule is of article $article, $tier',
    ({ rule, article, offence, tier }) => {
      const [, , , , flag, metric, threshold, unit] = TABLE.find((row) => row[0] === rule)!
      const metrics = { [alternatives(metric!)[0]!]: amount(+threshold!, unit!) }
      const evaluation = rules.evaluate({
        offences: [article!],
        actDate: SINCE,
        flags: [...flagsOf(flag!), 'sells_others_labels'],
        metrics,
      })
      expect(evaluation.met.find((one) => one.rule === rule)).toMatchObject({
        offence,
        tier,
        ruleSet: 'FS5',
        threshold: amount(+threshold!, unit!),
      })
    },
  )
})

describe('the rows that are no plain figure', () => {
  it('opens the composite of 217 at half of two items, whatever the plain gain', () => {
    const half = { illegal_business: 2_500_000, copies: 250 }
    expect(metBy({ offences: ['217'], metrics: half })).toEqual(['T217-5'])
    expect(metBy({ offences: ['217'], metrics: { ...half, copies: 249 } })).toEqual([])
    expect(metBy({ offences: ['217'], metrics: { illegal_gain: 2_999_999, copies: 250 } })).toEqual([])
    expect(metBy({ offences: ['217'], metrics: { works: 250, downloads: 5_000 } })).toEqual([])
    expect(metBy({ offences: ['217'], metrics: { works: 250, copies: 250 } })).toEqual(['T217-5'])
  })

  it('aggravates every figure of 217 ten times', () => {
    expect(metBy({ offences: ['217'], metrics: { copies: 4_999 } })).toEqual(['T217-3'])
    expect(metBy({ offences: ['217'], metrics: { copies: 5_000 } })).toEqual(['T217-X', 'T217-3'])
    expect(
      rules.evaluate({
        offences: ['217'],
        actDate: SINCE,
        flags: ['repeat_2y'],
        metrics: { illegal_business: 30_000_000 },
      }),
    ).toMatchObject({
      tier: 'specially_serious',
      article: '217',
    })
  })

  it('needs no figure where a secret is taken for abroad, and any circumstance of article 17 makes it serious', () => {
    expect(metBy({ ip: 'technical-secret', metrics: { loss: 100 } })).toEqual([])
    expect(metBy({ ip: 'technical-secret', metrics: { act: 1 } })).toEqual(['T2191-0'])
    expect(metBy({ ip: 'technical-secret', metrics: { act: 1, loss: 30_000_000 } })).toEqual([
      'T219-1a',
      'T2191-1',
      'T2191-0',
    ])
    expect(metBy({ offences: ['219'], metrics: { owner_bankrupt_or_closed: 1 } })).toEqual(['T219-X3'])
  })

  it('adds sold and unsold only while the sold part stays below its own figure', () => {
    const offences = ['214']
    expect(metBy({ offences, metrics: { sales_amount: 4_999_999, unsold_value: 10_000_001 } })).toEqual(['T214-3b'])
    expect(metBy({ offences, metrics: { sales_amount: 5_000_000, unsold_value: 10_000_000 } })).toEqual(['T214-1b'])
    expect(
      metBy({ offences, flags: ['repeat_2y'], metrics: { sales_amount: 2_999_999, unsold_value: 6_000_001 } }),
    ).toEqual(['T214-3d'])
    expect(metBy({ offences: ['215'], metrics: { label_count: 9_999, unsold_label_count: 20_001 } })).toEqual([])
    expect(
      metBy({
        offences: ['215'],
        flags: ['sells_others_labels'],
        metrics: { label_count: 9_999, unsold_label_count: 20_001 },
      }),
    ).toEqual(['T215-4a'])
  })

  it('adds goods and services only while the goods alone are below their figure', () => {
    const acts = ['counterfeit-mixed']
    const both = (goods: number, services: number) => ({
      ip: 'trademark',
      acts,
      metrics: { goods_gain: goods, service_gain: services },
    })
    expect(metBy(both(2_000_000, 3_000_000))).toEqual(['T213M-1'])
    expect(metBy(both(2_000_000, 2_999_999))).toEqual([])
    expect(metBy(both(3_000_000, 3_000_000))).toEqual(['T213G-1a'])
    expect(metBy({ ...both(1_000_000, 2_000_000), flags: ['two_marks'] })).toEqual(['T213M-2'])
  })

  it('has no business figure for services and no two marks for 214 and 218', () => {
    expect(metBy({ offences: ['counterfeit_mark_services'], metrics: { illegal_business: 900_000_000 } })).toEqual([])
    expect(metBy({ offences: ['214'], flags: ['two_marks'], metrics: { illegal_gain: 2_999_999 } })).toEqual([])
    expect(metBy({ offences: ['218'], flags: ['two_marks'], metrics: { sales_amount: 9_999_999 } })).toEqual([])
  })
})

describe('the scenarios of the rulebook', () => {
  it('scenario 1: a shop that sold 30 wigs stays below article 214', () => {
    const metrics = { sales_amount: 840_000, illegal_gain: 300_000, unsold_value: 1_120_000 }
    const evaluation = rules.evaluate({ ip: 'trademark', metrics, actDate: '2026-07-03' })
    expect(evaluation).toMatchObject({ ruleSet: 'FS5', result: 'not-met', basis: 'own', met: [] })
    const sale = rules.evaluate({ ip: 'trademark', acts: ['sale'], metrics, actDate: '2026-07-03' })
    expect(sale.offences).toEqual(['sale_counterfeit_goods'])
    expect(sale.nearest).toEqual([
      {
        rule: 'T214-1b',
        ruleSet: 'FS5',
        article: '5(1)(1)',
        offence: 'sale_counterfeit_goods',
        tier: 'serious',
        flag: 'base',
        metric: 'sales_amount',
        value: 840_000,
        own: 840_000,
        threshold: 5_000_000,
        unit: 'CNY',
      },
    ])
  })

  it('scenario 2: business of 86,000 meets the base of 213, a gain of 21,000 does not', () => {
    const evaluation = rules.evaluate({
      ip: 'trademark',
      metrics: { illegal_business: 8_600_000, illegal_gain: 2_100_000 },
      actDate: '2026-03-04',
    })
    expect(evaluation).toMatchObject({
      ruleSet: 'FS5',
      result: 'met',
      tier: 'serious',
      article: '213',
      offence: 'counterfeit_mark_goods',
      basis: 'own',
    })
    expect(evaluation.met.map((one) => one.rule)).toEqual(['T213G-1b'])
  })
})

describe('acts before 2025-04-26', () => {
  it.each(
    OLD.map(([rule, offence, tier, flag, metric, threshold, unit, day]) => ({
      rule,
      offence,
      tier,
      flag,
      metric,
      at: amount(+threshold!, unit!),
      day,
    })),
  )('$rule $metric on $day', ({ rule, offence, tier, flag, metric, at, day }) => {
    const question = (n: number): ThresholdQuestion => ({
      offences: [offence!],
      flags: flagsOf(flag!),
      metrics: { [metric!]: n },
      actDate: day!,
    })
    expect(rules.evaluate(question(at - 1)).met.map((one) => one.rule)).not.toContain(rule)
    const reached = rules.evaluate(question(at))
    expect(reached.met.find((one) => one.rule === rule)).toMatchObject({ tier })
    expect(reached.ruleSet).toBe('pre-FS5')
  })

  it('takes FS5 where it is milder, and says what both come to', () => {
    const labels = rules.evaluate({ offences: ['218'], metrics: { illegal_gain: 9_999_900 }, actDate: '2024-05-01' })
    expect(labels).toMatchObject({ result: 'not-met', ruleSet: 'pre-FS5' })
    const clicks = rules.evaluate({ offences: ['217'], metrics: { clicks: 50_000 }, actDate: '2024-05-01' })
    expect(clicks).toMatchObject({
      result: 'not-met',
      ruleSet: 'FS5',
      compared: [{ ruleSet: 'pre-FS5', tier: 'serious' }, { ruleSet: 'FS5' }],
    })
    const grave = rules.evaluate({ offences: ['214'], metrics: { sales_amount: 25_000_000 }, actDate: '2024-05-01' })
    expect(grave).toMatchObject({
      tier: 'serious',
      ruleSet: 'FS5',
      compared: [
        { ruleSet: 'pre-FS5', tier: 'specially_serious' },
        { ruleSet: 'FS5', tier: 'serious' },
      ],
    })
  })

  it('says since when the rows of a day have been what they are', () => {
    expect(rules.thresholdsSince('2026-03-04')).toBe('2025-04-26')
    expect(rules.thresholdsSince('2025-04-25')).toBe('2021-03-01')
    expect(rules.thresholdsSince('2020-09-14')).toBe('2020-09-14')
  })

  it('changes sets on the day itself', () => {
    const gain = (actDate: string) =>
      rules.evaluate({ offences: ['218'], metrics: { illegal_gain: 5_000_000 }, actDate })
    expect(gain('2025-04-25')).toMatchObject({ result: 'not-met', ruleSet: 'pre-FS5' })
    expect(gain('2025-04-26')).toMatchObject({ result: 'met', ruleSet: 'FS5' })
  })

  it('knows no repeat tier, and no service marks before 2021-03-01', () => {
    expect(
      rules.evaluate({
        offences: ['214'],
        flags: ['repeat_2y'],
        metrics: { sales_amount: 3_000_000 },
        actDate: '2024-05-01',
      }).result,
    ).toBe('not-met')
    const services = (actDate: string) =>
      rules.evaluate({ offences: ['counterfeit_mark_services'], metrics: { illegal_gain: 5_000_000 }, actDate })
    expect(services('2021-02-28')).toMatchObject({ result: 'not-met', offences: [] })
    expect(services('2021-03-01')).toMatchObject({ result: 'met', ruleSet: 'FS5' })
  })
})

describe('amounts of several matters', () => {
  const other = { id: 'x', metrics: { sales_amount: 3_000_000 }, offences: ['214'] }

  it('adds what nobody has handled yet (R-XFR-07)', () => {
    const evaluation = rules.evaluate({
      offences: ['214'],
      metrics: { sales_amount: 2_000_000 },
      actDate: SINCE,
      others: [other],
    })
    expect(evaluation).toMatchObject({ result: 'met', basis: 'accumulation' })
    expect(evaluation.met).toMatchObject([{ rule: 'T214-1b', value: 5_000_000, own: 2_000_000 }])
  })

  it('says "own" where the matter alone is enough', () => {
    const evaluation = rules.evaluate({
      offences: ['214'],
      metrics: { sales_amount: 5_000_000 },
      actDate: SINCE,
      others: [other],
    })
    expect(evaluation.basis).toBe('own')
  })

  it('does not add another offence', () => {
    const copies = { id: 'y', metrics: { sales_amount: 4_000_000 }, ip: 'copyright' }
    expect(metBy({ offences: ['214'], metrics: { sales_amount: 2_000_000 }, others: [copies] })).toEqual([])
  })

  it('opens the repeat tier within two years of a penalty of the same family (R-XFR-08)', () => {
    const sold = { offences: ['214'], metrics: { sales_amount: 3_000_000 } }
    const after = (on: string, ip: string) => metBy({ ...sold, penalties: [{ on, ip }] })
    expect(after('2024-03-04', 'trademark')).toEqual(['T214-2b'])
    expect(after('2024-03-03', 'trademark')).toEqual([])
    expect(after('2026-03-04', 'trademark')).toEqual([])
    expect(after('2025-01-01', 'copyright')).toEqual([])
    expect(metBy({ ...sold, penalties: [{ on: '2025-01-01', offences: ['215'] }] })).toEqual(['T214-2b'])
    expect(metBy({ ...sold, penalties: [{ on: '2025-01-01', article: '213' }] })).toEqual(['T214-2b'])
  })
})

describe('a wrong question', () => {
  it.each([
    [{ metrics: { sale_amount: 1 } }, 'there is no metric sale_amount; did you mean sales_amount?'],
    [{ metrics: {}, flags: ['two_mark'] }, 'there is no flag two_mark; did you mean two_marks?'],
    [
      { metrics: {}, offences: ['sale_counterfeit'] },
      'there is no offence sale_counterfeit; did you mean sale_counterfeit_goods?',
    ],
    [{ metrics: {}, ip: 'trademarks' }, 'there is no type of right trademarks; did you mean trademark?'],
  ])('%j names the nearest name', (question, sentence) => {
    expect(() => rules.evaluate({ actDate: SINCE, ...question })).toThrow(sentence)
  })
})
