import { describe, expect, it } from '@jest/globals'
import { loadRules } from '#rules'
import { answerLines, dueLine } from './due-line.js'

const rules = loadRules()
const ask = (text: string) => dueLine(rules, text, 7)

describe('a line of `rules due --stdin`', () => {
  it('counts a period', () => {
    expect(
      ask(
        '{"start":"2026-06-01","length":15,"unit":"WD","excluded":[["2026-06-03","2026-06-12"]],"restrictive":false}',
      ),
    ).toEqual({
      start: '2026-06-01',
      due: '2026-07-02',
      strict: '2026-07-02',
      lastSafeDay: '2026-07-02',
      provisional: false,
    })
  })

  it('counts a clock', () => {
    expect(ask('{"clock":"CLK-COOP","start":"2026-04-22"}')).toEqual({
      clock: 'CLK-COOP',
      record: 'routing/assistance',
      start: '2026-04-22',
      due: '2026-05-15',
      strict: '2026-05-15',
      lastSafeDay: '2026-05-15',
      provisional: false,
    })
  })

  it.each([
    ['{"start":"2026-09-05","length":30,"unit":"CD"}', '2026-10-08', '2026-10-05'],
    ['{"start":"2026-09-05","length":30,"unit":"CD","restrictive":true}', '2026-10-05', '2026-10-05'],
    ['{"start":"2026-01-31","length":1,"unit":"M"}', '2026-02-28', '2026-02-28'],
    ['{"start":"2026-07-20","length":7,"unit":"WD","kind":"before"}', '2026-07-09', '2026-07-09'],
    [
      '{"start":"2026-03-06T16:00","length":24,"unit":"H"}',
      '2026-03-07T16:00:00.000+08:00',
      '2026-03-07T16:00:00.000+08:00',
    ],
  ])('%s: due %s, strict %s', (text, due, strict) => {
    expect(ask(text)).toMatchObject({ due, strict })
  })

  it.each([
    ['nonsense', 'not a JSON object'],
    ['', 'not a JSON object'],
    ['[]', 'not a JSON object'],
    ['{}', 'start must be an existing day yyyy-mm-dd or an instant'],
    ['{"start":"2026-02-30","length":1,"unit":"CD"}', 'start must be an existing day yyyy-mm-dd or an instant'],
    ['{"start":"2026-06-01","length":1,"unit":"days"}', 'unit must be one of H, CD, WD, M, Y'],
    ['{"start":"2026-06-01","length":0,"unit":"CD"}', 'length must be a whole number from 1 to 36500'],
    ['{"start":"2026-06-01","length":1.5,"unit":"CD"}', 'length must be a whole number from 1 to 36500'],
    [
      '{"start":"2026-06-01","length":1,"unit":"CD","excluded":["2026-06-03"]}',
      'item 1 of excluded must be [from, to]',
    ],
    [
      '{"start":"2026-06-01","length":1,"unit":"CD","excluded":[["2026-06-04","2026-06-03"]]}',
      'item 1 of excluded ends before it begins',
    ],
    ['{"start":"2026-06-01","length":1,"unit":"CD","strict":true}', 'unknown field strict'],
    ['{"clock":"CLK-COP","start":"2026-06-01"}', 'there is no clock CLK-COP; did you mean CLK-COOP?'],
    ['{"clock":7,"start":"2026-06-01"}', 'clock must be text'],
    ['{"clock":"CLK-COOP","start":"2026-06-01","data":null}', 'data must be an object'],
    [
      '{"clock":"CLK-CUS-RELEASE","start":"2026-06-01"}',
      'the length of CLK-CUS-RELEASE depends on trigger: give it in data',
    ],
  ])('%s answers an error with its line', (text, en) => {
    expect(ask(text)).toEqual({ error: { zh: expect.stringMatching(/\p{Script=Han}/u), en, line: 7 } })
  })
})

describe('lines of `rules due --stdin`', () => {
  const GOOD = '{"clock":"CLK-COOP","start":"2026-04-22"}'
  const answers = async (lines: string[]) => {
    let out = ''
    const failed = await answerLines(rules, lines, async (text) => void (out += text))
    const told = out
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as { due?: string; error?: { line: number } })
    return { failed, told: told.map(({ due, error }) => due ?? error?.line) }
  }

  it('go on after one that cannot be answered, and tell how many could not', async () => {
    expect(await answers([GOOD, 'x', GOOD, '{"start":1}', GOOD])).toEqual({
      failed: { zh: '5 行中有 2 行不能计算：第 2, 4 行', en: '2 of 5 lines could not be answered: line 2, 4' },
      told: ['2026-05-15', 2, '2026-05-15', 4, '2026-05-15'],
    })
  })

  it('say nothing when all could be answered', async () => {
    expect(await answers([GOOD, GOOD])).toEqual({ failed: undefined, told: ['2026-05-15', '2026-05-15'] })
  })

  it('name some lines of many', async () => {
    const { failed, told } = await answers(Array.from({ length: 4500 }, () => 'x'))
    expect(failed?.en).toBe('4500 of 4500 lines could not be answered: line 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …')
    expect(told.at(-1)).toBe(4500)
  })
})
